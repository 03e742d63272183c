// Starts the page: the token leaves the address before anything reads it, then the page is put into the body.
import {mount} from 'svelte'
import App from './App.svelte'
import {takeToken} from './ask.svelte.ts'
import './style.css'
import {applyTheme} from './theme.ts'

takeToken()
applyTheme()
mount(App, {target: document.body})
