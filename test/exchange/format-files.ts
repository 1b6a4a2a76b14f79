/** Generates files of questions in every spelling that AMC and Moodle accept, each with its expected content. */
import fc from 'fast-check'

const word = fc.constantFrom('alpha', 'béta', 'gamma delta', 'x', 'Two words', 'C++', 'naïve')
const title = fc.constantFrom('What is it?', 'Which one', 'À quoi sert ceci ?', 'How many of them')
const spaces = fc.constantFrom('', ' ', '  ', '\t')

/** Code whose lines look like syntax of its format. */
export const codeLines = fc
  .array(
    fc.constantFrom(
      'for k in range(2):',
      '    if k:',
      '\tprint(k)',
      '#include <stdio.h>',
      '- one',
      '* two',
      '+ three',
      '*[ordered] four',
      'Title: five',
      'Note: six',
      '---',
      '',
      '```',
      '  $x$ and \\(y\\)',
      '[| seven |]',
      '!eight.png!',
      '[[ nine ]]',
      '// ten',
      '<b>eleven</b> &amp;',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .filter(lines => lines.every((line, index) => line !== '' || (index > 0 && index < lines.length - 1)))

export interface Asked {
  /** As lines of the file. */
  text: string
  code?: string
}

const amcText = fc.oneof(
  word,
  fc.constantFrom(
    '[*bold*] words',
    '[_slanted_] words',
    '[|typed|]',
    '[[$x^2$]]',
    '[latex]$\\frac{1}{2}$[/latex]',
    '3 $',
    '!tree!',
  ),
)

const amcQuestion: fc.Arbitrary<Asked> = fc
  .record({
    several: fc.boolean(),
    options: fc.subarray(['ordered', 'horiz', 'columns=2', 'next']),
    scoring: fc.constantFrom(
      '',
      '{b=2}',
      '{b=1,m=-0.5}',
      '{mz=2}',
      '{mz=2,p=-1}',
      '{haut=3}',
      '{b=1,m=-1,p=0}',
      '{e=-1,v=0,b=1,m=-0.25}',
    ),
    title,
    code: fc.option(codeLines, { nil: undefined }),
    choices: fc.uniqueArray(amcText, { minLength: 3, maxLength: 5 }),
    gap: fc.constantFrom('', '# a comment\n', '\n'),
  })
  .map(({ several, options, scoring, title, code, choices, gap }) => ({
    text: [
      `${several ? '**' : '*'}${options.length > 0 ? `[${options.join(',')}]` : ''}${scoring} ${title}`,
      ...(code ? ['[verbatim]', ...code, '[/verbatim]'] : []),
      ...choices.map(
        (choice, index) =>
          `${index === 0 || (several && index === 1) ? '+' : '-'} ${gap && index === 0 ? '' : ''}${choice}`,
      ),
    ].join('\n'),
    ...(code && { code: code.join('\n') }),
  }))

/** `complete` and `latex` are what AMC reads from the spellings. */
export const amcFile = fc
  .record({
    complete: fc.constantFrom(
      ['', true],
      ['CompleteMulti: 0\n', false],
      ['CompleteMulti: No\n', false],
      ['completemulti: FALSE \n', false],
      ['CompleteMulti: true\n', true],
    ) as fc.Arbitrary<[string, boolean]>,
    latex: fc.constantFrom(
      ['', false],
      ['LaTeX: 1\n', true],
      ['LaTeX: yes\n', true],
      ['LaTeX: no\n', false],
      ['LaTeX:\n', false],
    ) as fc.Arbitrary<[string, boolean]>,
    questions: fc.array(amcQuestion, { minLength: 1, maxLength: 3 }),
    group: fc.boolean(),
  })
  .map(({ complete, latex, questions, group }) => ({
    text: `Title: Test\n${complete[0]}${latex[0]}\n${group ? '*( Read well\n\n' : ''}${questions.map(({ text }) => text).join('\n\n')}\n${group ? '\n*)\n' : ''}`,
    complete: complete[1],
    latex: latex[1],
    questions,
  }))

/** Numbers for PHP's `is_numeric`, from tiny constants to the largest that a deck counts exactly. */
const numeral = fc
  .record({
    sign: fc.constantFrom('', '-', '+'),
    digits: fc.constantFrom('5', '5.', '.5', '0.25', '6.626', '1822', '3.14159'),
    power: fc.option(fc.integer({ min: -34, max: 9 }), { nil: undefined }),
    mark: fc.constantFrom('e', 'E'),
  })
  .map(({ sign, digits, power, mark }) => `${sign}${digits}${power === undefined ? '' : `${mark}${power}`}`)

const general = fc.constantFrom('', '####', '#### ', '####Because.')
const feedback = fc.constantFrom('', '#', '#No.', ' # Try again')
const weights = fc.constantFrom('', '%-33.33333%', '%-50%', '%-100%', '%0%', '%25%', '%-5%')

export interface GiftAsked {
  text: string
  /** Numbers that count. */
  numbers?: number[]
  /** Points for wrong picks, negative or positive. */
  weights?: string[]
}

const lead = fc.record({ title, name: fc.constantFrom('', '::a name::', '::x:: ') })
const options = fc.uniqueArray(word, { minLength: 3, maxLength: 4 })

const giftQuestion: fc.Arbitrary<GiftAsked> = fc.oneof(
  fc
    .record({ lead, word: fc.constantFrom('T', 'TRUE', 'F', 'FALSE'), feedback, general })
    .map(({ lead, word, feedback, general }) => ({ text: `${lead.name}${lead.title} {${word}${feedback}${general}}` })),
  fc
    .record({
      lead,
      options,
      weight: fc.array(weights, { minLength: 3, maxLength: 3 }),
      same: fc.boolean(),
      feedback,
      general,
      before: spaces,
    })
    .map(({ lead, options, weight, same, feedback, general, before }) => {
      const [right, ...wrong] = options
      const own = wrong.map((_, index) => (same ? weight[0] : weight[index]) ?? '')
      const lines = [
        `=${before}${right}`,
        ...wrong.map((option, index) => `~${before}${own[index]}${option}${feedback}`),
      ]
      return {
        text: `${lead.name}${lead.title}{\n${lines.join('\n')}\n${general}}`,
        weights: own.filter(one => /[1-9]/.test(one)),
      }
    }),
  fc.record({ lead, options, general }).map(({ lead, options, general }) => ({
    text: `${lead.name}${lead.title} {${options.map((option, index) => `~%${index < 2 ? 50 : -50}%${option}`).join(' ')}${general}}`,
  })),
  fc.record({ lead, options, feedback, general }).map(({ lead, options, feedback, general }) => ({
    text: `${lead.name}${lead.title} {${options.map(option => `=${option}${feedback} `).join('')}${general}}`,
  })),
  fc
    .record({ lead, value: numeral, width: numeral, more: fc.constantFrom('', '~#No.'), feedback, general })
    .map(({ lead, value, width, more, feedback, general }) => ({
      text: `${lead.name}${lead.title} {#${value}:${width.replace(/^-/, '')}${feedback}${more}${general}}`,
      numbers: [Number(value)],
    })),
)

export const giftFile = fc.array(giftQuestion, { minLength: 1, maxLength: 4 }).map(questions => ({
  text: `// a file\n\n${questions.map(({ text }) => text).join('\n\n')}\n`,
  questions,
}))

/** Letters with either sign, multi-line texts, answers in either case. */
export const aikenFile = fc
  .array(
    fc.record({
      title,
      more: fc.boolean(),
      options,
      sign: fc.constantFrom('.', ')'),
      right: fc.nat(2),
      answer: fc.constantFrom('ANSWER: ', 'Answer:', 'ANSWER :  '),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(questions =>
    questions
      .map(({ title, more, options, sign, right, answer }) =>
        [
          title,
          ...(more ? ['Think twice.'] : []),
          ...options.map((option, index) => `${'ABCD'[index]}${sign} ${option}`),
          `${answer}${'ABCD'[right]}`,
        ].join('\n'),
      )
      .join('\n\n'),
  )
