/** Puts other text into a field as if it were typed. React keeps its own copy of a field's value: this is how it hears of another. */
export function retype(field: HTMLTextAreaElement, text: string, from: number, to = from): void {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
  field.setSelectionRange(from, to)
}
