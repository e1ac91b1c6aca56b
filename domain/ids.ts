/** Whether an address's part can be an id at all; anything else is a page that is not there, not a failed statement. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
