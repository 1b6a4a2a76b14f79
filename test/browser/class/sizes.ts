/** The screens that each page is looked at on. */
export const PAGES = ['home', 'student', 'presenter', 'screen', 'report', 'teach', 'decks'] as const
export type PageName = (typeof PAGES)[number]

/** CSS pixels; `touch` marks what is held in the hand. */
export interface Size {
  width: number
  height: number
  touch?: true
}

export const SIZES = {
  phone: { width: 390, height: 844, touch: true },
  small: { width: 320, height: 568, touch: true },
  landscape: { width: 844, height: 390, touch: true },
  tablet: { width: 820, height: 1180, touch: true },
  laptop: { width: 1280, height: 800 },
  hd: { width: 1280, height: 720 },
  wall: { width: 1920, height: 1080 },
  '4k': { width: 3840, height: 2160 },
} as const satisfies Record<string, Size>
export type SizeName = keyof typeof SIZES

const HELD: SizeName[] = ['phone', 'small', 'landscape', 'tablet', 'laptop']

/** Which pairs make sense: nobody projects the student's page, nor holds the wall in the hand. */
export const SIZES_OF: Record<PageName, readonly SizeName[]> = {
  home: HELD,
  student: HELD,
  presenter: [...HELD, 'wall'],
  screen: ['laptop', 'hd', 'wall', '4k'],
  report: HELD,
  teach: HELD,
  decks: HELD,
}
