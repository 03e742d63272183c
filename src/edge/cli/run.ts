// Runs the program on the words of a command line and gives its exit status: 0 every input read, 1 one or more not, 2 wrong call.
import {CommanderError} from 'commander'
import {buildProgram} from './program.ts'
import {EXIT, WrongCall} from './wrong-call.ts'

export async function runProgram(words: readonly string[], version: string): Promise<number> {
  try {
    const program = buildProgram(version)
    // A debug command that the help page does not show: its code is loaded only where it is asked for.
    if (words[0] === 'names') (await import('./commands/names.ts')).registerNames(program)
    await program.parseAsync([...words], {from: 'user'})
    return Number(process.exitCode ?? EXIT.allRead)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.allRead : EXIT.wrongCall
    if (!isCoded(error)) throw error
    process.stderr.write(`parley: ${error.message} (${error.code})\n`)
    return EXIT.wrongCall
  }
}

/** Errors that say what to do carry one of our codes; everything else is a bug and keeps its stack. */
function isCoded(error: unknown): error is Error & {code: string} {
  if (error instanceof WrongCall) return true
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.includes('/')
}
