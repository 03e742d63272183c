#!/usr/bin/env node
// The `parley` command: runs the program and turns its end into an exit status.
import {readFileSync} from 'node:fs'
import {packagePath} from '../files/root.ts'
import {endQuietlyOnClosedPipe} from './output.ts'
import {runProgram} from './run.ts'

endQuietlyOnClosedPipe()
process.exitCode = await runProgram(process.argv.slice(2), installedVersion())

// Read from package.json, since importing the whole program only to name it would triple the time of --help.
function installedVersion(): string {
  return (JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as {version: string}).version
}
