#!/usr/bin/env node
// The `parley` command: runs the program and turns its end into an exit status (0 every input read, 1 one or more not, 2 wrong call).
import {readFileSync} from 'node:fs'
import {CommanderError} from 'commander'
import {packagePath} from '../files/root.ts'
import {endQuietlyOnClosedPipe} from './output.ts'
import {buildProgram} from './program.ts'
import {EXIT, WrongCall} from './wrong-call.ts'

endQuietlyOnClosedPipe()
try {
  const program = buildProgram(installedVersion())
  // A debug command that the help page does not show: its code is loaded only where it is asked for.
  if (process.argv[2] === 'names') (await import('./commands/names.ts')).registerNames(program)
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.allRead : EXIT.wrongCall
  else if (isCoded(error)) {
    process.stderr.write(`parley: ${error.message} (${error.code})\n`)
    process.exitCode = EXIT.wrongCall
  } else throw error
}

// Read from package.json, since importing the whole program only to name it would triple the time of --help.
function installedVersion(): string {
  return (JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as {version: string}).version
}

/** Errors that say what to do carry one of our codes; everything else is a bug and keeps its stack. */
function isCoded(error: unknown): error is Error & {code: string} {
  if (error instanceof WrongCall) return true
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.includes('/')
}
