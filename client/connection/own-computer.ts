/** Whether this page was opened on the computer that Amphi runs on, where earlier lessons may be seen. */

/** @param host as in `location.hostname` */
export const isOwnComputer = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)
