/**
 * Runs inside the view's window (jsdom or Chromium): the page's compiled templates on WeChat's open-source
 * component framework. Knows nothing of the logic layer but the messages of `protocol.ts`.
 */
import * as glassEasel from 'glass-easel'
import { paint } from './painting'
import type { Blueprint, FromView, Hit, InstanceId, Stage, ViewApi, ViewTarget } from './protocol'
import { aimedAt, isDisabled, type Made, namelessControls, outlineOf, readableText } from './reading'

declare global {
  interface Window {
    /** What the template compiler's output evaluates to: path → generated template. */
    weappTemplates: Record<string, unknown>
    weappPost: (message: string) => void
    weappView: ViewApi
  }
}

const post = (message: FromView) => window.weappPost(JSON.stringify(message))
const warn = (problem: unknown) => {
  post({ kind: 'warning', text: String(problem) })
  return false
}
glassEasel.addGlobalErrorListener(warn)
glassEasel.addGlobalWarningListener((text) => {
  // A list that is not there yet is an empty list in WXML; Taro's leaves never have one.
  if (!String(text).startsWith('The for-list data is neither Array nor Object, got type "undefined"'))
    warn(text)
  return false
})

type Instance = glassEasel.GeneralComponent
const instances = new Map<InstanceId, Instance>()
const ids = new WeakMap<object, InstanceId>()
let lastId: InstanceId = 0

function open(stageText: string): void {
  const stage: Stage = JSON.parse(stageText)
  const space = new glassEasel.ComponentSpace()
  for (const tag of stage.builtins) space.setGlobalUsingComponent(tag, `wx-${tag}`)
  for (const blueprint of stage.components) define(space, blueprint, instanceLifetimes(blueprint))
  for (const root of stage.roots) mount(space, root)
  paint()
}

/** Roots are the page (instance 0) and, on a tab page, its custom tab bar. */
function mount(space: glassEasel.ComponentSpace, blueprint: Blueprint): void {
  const isPage = instances.size === 0
  const definition = define(space, blueprint, isPage ? {} : instanceLifetimes(blueprint))
  const backend = new glassEasel.CurrentWindowBackendContext()
  const root = glassEasel.Component.createWithContext('wx-root', definition, backend)
  if (isPage) remember(root, 0)
  const placeholder = backend.document.createElement('span')
  backend.getRootNode().appendChild(placeholder)
  glassEasel.Element.replaceDocumentElement(root, backend.getRootNode(), placeholder)
}

function define(space: glassEasel.ComponentSpace, blueprint: Blueprint, lifetimes: Lifetimes) {
  return space
    .defineComponent({
      is: blueprint.path,
      using: Object.fromEntries(Object.entries(blueprint.using).map(([tag, path]) => [tag, `/${path}`])),
      options: {
        virtualHost: blueprint.virtualHost,
        writeIdToDOM: true,
        // A patch arrives as fresh JSON that nobody else holds; a property is copied, or a child would not
        // notice that its parent changed the inside of the object it was given.
        dataDeepCopy: glassEasel.DeepCopyKind.None,
        propertyPassingDeepCopy: glassEasel.DeepCopyKind.Simple,
      },
      template: {
        groupList: window.weappTemplates,
        content: window.weappTemplates[blueprint.path],
        // WXML writes `bindtap`; glass-easel alone would want `bind:tap` on a native node.
        fallbackListenerOnNativeNode: true,
      },
      data: blueprint.data,
      properties: Object.fromEntries(blueprint.properties.map((name) => [name, null])),
      methods: Object.fromEntries(blueprint.methods.map((name) => [name, relay(name)])),
      lifetimes,
    })
    .general()
}

type Lifetimes = Record<string, (this: Instance) => void>

/** The logic layer keeps a twin of every custom component; it is notified when one is attached and detached. */
function instanceLifetimes({ path, properties }: Blueprint): Lifetimes {
  const values = (instance: Instance) =>
    Object.fromEntries(properties.map((name) => [name, instance.data[name]]))
  return {
    attached() {
      lastId += 1
      remember(this, lastId)
      post({ kind: 'attached', instance: lastId, path, properties: values(this) })
    },
    detached() {
      const id = idOf(this)
      instances.delete(id)
      post({ kind: 'detached', instance: id, properties: values(this) })
    },
  }
}

function remember(instance: Instance, id: InstanceId): void {
  instances.set(id, instance)
  ids.set(instance, id)
}

function idOf(instance: object): InstanceId {
  const id = ids.get(instance)
  if (id === undefined) throw new Error('an event from a component that was never attached')
  return id
}

/** A bound handler: the method itself lives in the logic layer. */
function relay(method: string) {
  return function (this: Instance, event: glassEasel.ShadowedEvent<unknown>) {
    const { touches, changedTouches } = Object.assign({ touches: [], changedTouches: [] }, event.extraFields)
    post({
      kind: 'event',
      instance: idOf(this),
      method,
      event: {
        type: event.type,
        timeStamp: event.timeStamp,
        target: targetOf(event.target),
        currentTarget: targetOf(event.currentTarget),
        detail: event.detail,
        mark: event.mark ?? {},
        touches,
        changedTouches,
      },
    })
  }
}

function targetOf({ id, dataset }: glassEasel.Element): ViewTarget {
  return { id, dataset, offsetLeft: 0, offsetTop: 0 }
}

/** A finger's own events climb the tree; what a component reports of itself does not. */
const climbing = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
])

function fire(aimText: string, type: string, detailText: string): Hit {
  const element = aimedAt(JSON.parse(aimText))
  if (element?.__wxElement === undefined) return 'not found'
  if (isDisabled(element)) return 'disabled'
  const box = element.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
  const touch = { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y }
  const bubbles = climbing.has(type)
  const event = new glassEasel.Event(type, bubbles ? { x, y } : JSON.parse(detailText), {
    bubbles,
    composed: bubbles,
    capturePhase: true,
    extraFields: bubbles ? { touches: [touch], changedTouches: [touch] } : {},
  })
  glassEasel.Event.dispatchEvent(element.__wxElement, event)
  if (type === 'tap') pressOpenType(element)
  return 'fired'
}

/** A button with an `open-type` asks WeChat; for privacy the button then tells its page of the consent. */
function pressOpenType(element: Made): void {
  const button = element.closest<Made>('wx-button')?.__wxElement
  const openType = button?.getAttribute('open-type')
  if (button === undefined || typeof openType !== 'string' || openType === '') return
  post({ kind: 'open-type', openType, target: targetOf(button) })
  if (openType === 'agreePrivacyAuthorization') {
    glassEasel.Event.dispatchEvent(button, new glassEasel.Event('agreeprivacyauthorization', {}, {}))
  }
}

/** jsdom lays nothing out: every box is empty there, and the screen's own stands in. */
function boxOf(element: Made) {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const laidOut = width > 0 || height > 0
  const screen = {
    left: 0,
    top: 0,
    right: innerWidth,
    bottom: innerHeight,
    width: innerWidth,
    height: innerHeight,
  }
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
  return {
    id: element.id,
    dataset: element.__wxElement?.dataset ?? {},
    ...(laidOut ? { left, top, right, bottom, width, height } : screen),
    scrollLeft,
    scrollTop,
    scrollWidth,
    scrollHeight,
  }
}

function attributesOf(selector: string): Record<string, unknown> | null {
  const element = document.querySelector<Made>(selector)?.__wxElement
  if (element === undefined) return null
  return Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]))
}

window.weappView = {
  open,
  apply: (id, patch) => {
    instances.get(id)?.setData(JSON.parse(patch))
    paint()
  },
  fire,
  text: readableText,
  outline: () => outlineOf(),
  nameless: () => JSON.stringify(namelessControls()),
  measure: (selector) => JSON.stringify([...document.querySelectorAll<Made>(selector)].map(boxOf)),
  attributes: (selector) => JSON.stringify(attributesOf(selector)),
}
