/** What something is worth, in words. */
import { words } from '../../i18n/words.ts'
import { exact } from '../../ui/results/numbers/number-text.ts'

/** "1 point"; parts of a point take the plural. */
export const pointsText = (points: number): string =>
  Number.isInteger(points) ? words.value.report.worth(points) : words.value.report.worthPart(exact(points))
