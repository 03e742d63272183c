// What people write and the program reads: lexicons, actors, patterns. One interface a folder of packs/, kept in its own file.
import type {CuePack} from './pack-cues.ts'
import type {LinkPack} from './pack-links.ts'
import type {NamePack} from './pack-names.ts'
import type {PagePack} from './pack-page.ts'
import type {TalksPack} from './pack-talks.ts'
import type {TimePack} from './pack-times.ts'
import type {WorldPack} from './pack-world.ts'

/** Plain data, compiled from packs/ by `npm run pack`; `hash` goes into every derived record. */
export interface Packs {
  readonly hash: string
  readonly cues: CuePack
  readonly links: LinkPack
  readonly names: NamePack
  readonly page: PagePack
  readonly talks: TalksPack
  readonly times: TimePack
  readonly world: WorldPack
}
