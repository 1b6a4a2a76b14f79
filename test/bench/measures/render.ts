/** Loads the deck named by its argument, and prints as JSON how long that took. */
import { load } from '../../../server/deck/source/load.ts'

const [, , file = ''] = process.argv
const start = performance.now()
const { slides, mistakes } = await load(file, { assets: '/482913/assets/', seed: '482913', flags: {} })
const ms = performance.now() - start
process.stdout.write(JSON.stringify({ ms, slides: slides.flat().length, mistakes: mistakes.length }))
