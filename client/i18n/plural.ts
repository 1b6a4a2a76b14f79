/** Words that go with a number, and the number itself. */

/** A number as a language writes it, with a true minus sign. */
export function numeral(lang: string, options?: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(lang, options)
  return value => format.format(value).replaceAll('-', '−')
}

/** The form of a counted thing: `one` and `other` as Unicode names them; `#` stands for the number. */
export function plural(lang: string, forms: { one: string; other: string }): (count: number) => string {
  const rules = new Intl.PluralRules(lang)
  const number = numeral(lang)
  return count => (rules.select(count) === 'one' ? forms.one : forms.other).replace('#', number(count))
}
