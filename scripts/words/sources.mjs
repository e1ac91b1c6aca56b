import ts from 'typescript'

const MAKERS = new Set(['useTranslations', 'getTranslations', 'createTranslator'])
const METHODS = new Set(['rich', 'markup', 'raw', 'has'])
const CUSTOMARY = new Set(['t', 'words'])
const SPOKEN = new Set(
  'aria-label aria-description aria-roledescription aria-valuetext title placeholder alt label description heading legend hint caption'.split(
    ' ',
  ),
)
const CYRILLIC = /\p{Script=Cyrillic}/u
const LETTER = /\p{L}/u

/**
 * What a source file says and which words it asks for.
 * @returns spoken: literal human text; uses: whole keys; heads: what keys built at run time begin with;
 * names: every literal, by which a key chosen elsewhere is recognised.
 */
export function readSource(path, text) {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  const found = { spoken: [], uses: [], heads: [], open: [], anywhere: [], names: new Set() }
  visit(
    file,
    found,
    new Map(),
    (node) => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
  )
  return found
}

function visit(node, found, outer, place) {
  const translators = ts.isFunctionLike(node) ? new Map(outer) : outer
  if (ts.isVariableDeclaration(node)) {
    for (const [name, space] of declared(node)) translators.set(name, space)
    found.open.push(...takenWhole(node))
  }
  if (ts.isParameter(node) && ts.isIdentifier(node.name)) translators.delete(node.name.text)
  if (ts.isCallExpression(node)) readCall(node, found, translators)
  readLiteral(node, found, place)
  ts.forEachChild(node, (child) => visit(child, found, translators, place))
}

/** The translators that a declaration makes, with their namespaces; also `const [t, u] = await Promise.all([…])`. */
function declared({ name, initializer }) {
  if (!initializer) return []
  if (ts.isIdentifier(name)) {
    const space = namespaceOf(initializer)
    return space === undefined ? [] : [[name.text, space]]
  }
  const list = unwrap(initializer).arguments?.[0]
  if (!ts.isArrayBindingPattern(name) || !list || !ts.isArrayLiteralExpression(list)) return []
  return name.elements.flatMap((element, index) => {
    const made = list.elements[index]
    const space = made && namespaceOf(made)
    return space !== undefined && ts.isIdentifier(element.name) ? [[element.name.text, space]] : []
  })
}

/** Namespaces read without a translator, as `const { outage } = messagesOf(locale)`. */
function takenWhole({ name, initializer }) {
  const whole =
    initializer && ts.isCallExpression(initializer) && initializer.expression.getText() === 'messagesOf'
  if (!whole || !ts.isObjectBindingPattern(name)) return []
  return name.elements.map((element) => `${(element.propertyName ?? element.name).getText()}.`)
}

const unwrap = (node) =>
  ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node)
    ? unwrap(node.expression)
    : node

function namespaceOf(expression) {
  const call = unwrap(expression)
  if (!ts.isCallExpression(call) || !MAKERS.has(call.expression.getText())) return undefined
  const [first] = call.arguments
  if (!first) return ''
  if (ts.isStringLiteralLike(first)) return first.text
  if (!ts.isObjectLiteralExpression(first)) return ''
  const property = first.properties.find((one) => one.name?.getText() === 'namespace')
  return property && ts.isStringLiteralLike(property.initializer) ? property.initializer.text : ''
}

function readCall(node, found, translators) {
  const [argument] = node.arguments
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression : undefined
  if (called && !METHODS.has(called.name.text)) return
  const translator = called?.expression ?? node.expression
  if (!argument || !ts.isIdentifier(translator)) return
  const space = translators.get(translator.text)
  if (space !== undefined) readKey(argument, found, space ? `${space}.` : '')
  else if (CUSTOMARY.has(translator.text)) readForeignKey(argument, found)
}

function readKey(argument, found, space) {
  const key = unwrap(argument)
  if (ts.isStringLiteralLike(key)) found.uses.push(space + key.text)
  else if (ts.isConditionalExpression(key)) {
    readKey(key.whenTrue, found, space)
    readKey(key.whenFalse, found, space)
  } else if (ts.isTemplateExpression(key) && key.head.text) found.heads.push(space + key.head.text)
  else found.open.push(space)
}

// A translator received as a parameter: its namespace is the caller's affair.
function readForeignKey(argument, found) {
  const key = unwrap(argument)
  if (ts.isStringLiteralLike(key)) found.anywhere.push(key.text)
  else if (ts.isConditionalExpression(key)) {
    readForeignKey(key.whenTrue, found)
    readForeignKey(key.whenFalse, found)
  }
}

function readLiteral(node, found, place) {
  const text = textOf(node)
  for (const part of (text ?? nameOf(node) ?? '').split('.')) found.names.add(part)
  if (text && isSpoken(node, text)) {
    found.spoken.push(`${place(node)}: literal text «${text.trim().slice(0, 40)}»`)
  }
}

function textOf(node) {
  const isText = ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node)
  return isText || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : undefined
}

function nameOf(node) {
  const isNamed = ts.isPropertyAssignment(node) || ts.isPropertyAccessExpression(node)
  return isNamed && ts.isIdentifier(node.name) ? node.name.text : undefined
}

function isSpoken(node, text) {
  if (!LETTER.test(text)) return false
  if (CYRILLIC.test(text) || ts.isJsxText(node)) return true
  const { parent } = node
  if (ts.isJsxExpression(parent)) return isSpokenSlot(parent.parent)
  if (ts.isPropertyAssignment(parent)) return isMetadata(parent)
  return isSpokenSlot(parent)
}

const isSpokenSlot = (node) =>
  ts.isJsxElement(node) ||
  ts.isJsxFragment(node) ||
  (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()))

function isMetadata(property) {
  const declaration = property.parent.parent
  return (
    ['title', 'description'].includes(property.name.getText()) &&
    ts.isVariableDeclaration(declaration) &&
    declaration.name.getText() === 'metadata'
  )
}
