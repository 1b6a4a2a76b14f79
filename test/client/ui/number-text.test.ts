import { expect, test } from 'vitest'
import { short } from '../../../client/ui/results/numbers/number-text.ts'
import { inLanguage } from '../i18n/language.ts'

test.each([
  ['as they are while they are short', 'en', 20, [0, 20, 99_980], ['0', '20', '99,980']],
  ['with the digits that tell them apart', 'en', 50_000, [299_750_000, 299_800_000], ['299.75M', '299.8M']],
  ['in the words of the language', 'fr', 50_000, [299_750_000, -299_750_000], ['299,75\u00a0M', '−299,75\u00a0M']],
  ['all of their digits, if need be', 'en', 1, [299_792_458, 299_792_459], ['299.792458M', '299.792459M']],
])('numbers on an axis are written %s', async (_, lang, step, values, labels) => {
  await inLanguage(lang)
  expect(values.map(value => short(value, step))).toEqual(labels)
})
