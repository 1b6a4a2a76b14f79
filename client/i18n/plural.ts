/** Words that go with a number. */

/** The form of a counted thing: `one` and `other` as Unicode names them; `#` stands for the number. */
export function plural(lang: string, forms: { one: string; other: string }): (count: number) => string {
  const rules = new Intl.PluralRules(lang)
  const number = new Intl.NumberFormat(lang)
  return count => (rules.select(count) === 'one' ? forms.one : forms.other).replace('#', number.format(count))
}
