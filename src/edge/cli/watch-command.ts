// The command that polls feeds, with its options and examples.
import {type Command, InvalidArgumentError, Option} from 'commander'

const SHORTEST_EVERY = 5

export function addWatchCommand(program: Command): void {
  program
    .command('watch')
    .argument('<feeds...>', 'OPML files, lists of addresses, or addresses of feeds')
    .description('poll feeds and keep what is new: the one command that uses the network, and only with --allow-network')
    .option('--allow-network', 'let it go out: public addresses only, politely')
    .option('--once', 'visit each feed once and end')
    .option('--pages', 'read the page that an entry links to, not only what the feed says of it')
    .option('--record <file>', 'add what comes to this record; without it, JSON lines are printed')
    .option('--keep <folder>', 'where every fetched byte (WARC) and the state of the feeds are kept', 'parley-watch')
    .addOption(new Option('--every <minutes>', 'pause between two visits to a feed, at least 5').argParser(parseMinutes).default(30))
    .addOption(
      new Option('--alert <target>', 'feed.xml to write, address to post to, or command to run').argParser(addTo).default([], 'none'),
    )
    .option('--contact <address>', 'mail or page where you can be reached, told to the servers')
    .addHelpText('after', EXAMPLES)
    .action(async (feeds: string[], options) => (await import('./commands/watch.ts')).runWatch(feeds, options))
}

function parseMinutes(value: string): number {
  const minutes = Number(value)
  if (!(minutes >= SHORTEST_EVERY))
    throw new InvalidArgumentError(`"${value}" is no pause of at least ${SHORTEST_EVERY} minutes: write 30.`)
  return minutes
}

const addTo = (value: string, previous: readonly string[]): string[] => [...previous, value]

const EXAMPLES = `
Examples:
  $ parley watch feeds.opml --allow-network --once | parley read --json > readings.jsonl
  $ parley watch feeds.opml --allow-network --record talks.parley --pages --alert new.xml
  $ parley watch https://mirvan.example/rss --allow-network --alert 'mail -s "new reports" desk@mirvan.example'`
