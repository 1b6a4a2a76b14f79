import { expect, test } from 'vitest'
import { ACTS, type Act, actOf, KEYS, keyName } from '../../../client/control/keys.ts'

const pressed = (key: string, ...offered: Act[]) => {
  const said: Act[] = []
  actOf(key, Object.fromEntries(offered.map(act => [act, () => void said.push(act)])))?.()
  return said
}

test('a key stands for the first of its acts that is there', () => {
  expect(pressed('v', 'vote', 'startQuiz')).toEqual(['vote'])
  expect(pressed('v', 'startQuiz')).toEqual(['startQuiz'])
  expect(pressed('v', 'next')).toEqual([])
})

test('with Shift a letter means something of its own, or else the same', () => {
  expect(pressed('Shift+s', 'solution', 'allSolutions')).toEqual(['allSolutions'])
  expect(pressed('Shift+n', 'next')).toEqual(['next'])
})

test('what is not there now is not taken for what the letter means alone', () => {
  expect(pressed('Shift+s', 'solution')).toEqual([])
  expect(pressed('Shift+x', 'reset')).toEqual([])
})

test('keys are named as they are printed', () => {
  expect(['v', 'Shift+v', 'ArrowRight', 'Enter'].map(key => keyName(key, { Enter: '↵' }))).toEqual([
    'V',
    '⇧ V',
    '→',
    '↵',
  ])
})

test('acts that share a key are of the quiz on the one hand and of a question on the other', () => {
  const shared = Map.groupBy(
    ACTS.flatMap(act => KEYS[act].map(key => [key, act] as const)),
    ([key]) => key,
  )
  const several = [...shared.values()].filter(all => all.length > 1).map(all => all.map(([, act]) => act))
  expect(several).toEqual([
    ['vote', 'startQuiz', 'stopQuiz'],
    ['again', 'oneByOne'],
  ])
})
