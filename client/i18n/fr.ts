import type { Words } from './words.ts'

export const fr: Words = {
  live: 'En direct',
  reconnecting: 'Reconnexion…',
  deck: {
    missing: 'Image indisponible',
  },
}
