/** What a template leaves for the owner to say in their own words; an answer that still has it is not finished. */
export const BLANK = '…………'
