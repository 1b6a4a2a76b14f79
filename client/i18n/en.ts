/** English words, and the list of what every language must have. Names marked in DESIGN §10 are a contract. */
export const en = {
  live: 'Live',
  reconnecting: 'Reconnecting…',
  deck: {
    missing: 'Image not available',
  },
}
