// Builds the page into dist/ui: one script, one style sheet, the fonts as files. Nothing is inlined, since the page's policy forbids it.
import {svelte} from '@sveltejs/vite-plugin-svelte'
import {defineConfig} from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  // Elements are made one by one, never from a string of HTML.
  plugins: [svelte({configFile: false, compilerOptions: {fragments: 'tree', runes: true, css: 'external'}})],
  build: {
    outDir: '../dist/ui',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    reportCompressedSize: false,
  },
  logLevel: 'warn',
})
