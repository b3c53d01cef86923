/**
 * What `@tarojs/components` means in the browser (config/index.ts points it here by way of index.ts): plain HTML elements that answer
 * with WeChat's events (`event.detail.value`). Only what our screens use, only the props they use; everything
 * else goes to the element, so `role`, `aria-*` and `tabIndex` work.
 */
import {
  type ComponentPropsWithoutRef,
  type FormEvent,
  Fragment,
  forwardRef,
  type KeyboardEvent,
  type UIEvent,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import './web.scss'

type Html<Tag extends 'div' | 'span' | 'img' | 'input' | 'textarea' | 'button'> =
  ComponentPropsWithoutRef<Tag>
type Said<T> = (event: { detail: T }) => void

interface ViewOwn {
  hoverClass?: string
  hoverStartTime?: number
  hoverStayTime?: number
  hoverStopPropagation?: boolean
  catchMove?: boolean
  /** WeChat's word for `role`; a browser warns of it. */
  'aria-role'?: string
}

export const View = forwardRef<HTMLDivElement, Html<'div'> & ViewOwn>(function View(props, ref) {
  const { hoverClass, hoverStartTime, hoverStayTime, hoverStopPropagation, catchMove, ...rest } = props
  const { 'aria-role': _, ...html } = rest
  return <div ref={ref} {...html} />
})

interface TextOwn {
  selectable?: boolean
  userSelect?: boolean
  space?: string
  decode?: boolean
  numberOfLines?: number
}

export const Text = forwardRef<HTMLSpanElement, Html<'span'> & TextOwn>(function Text(props, ref) {
  const { selectable, userSelect, space, decode, numberOfLines, ...html } = props
  return <span ref={ref} {...html} />
})

interface ImageOwn {
  mode?: 'aspectFit' | 'aspectFill' | 'widthFix' | 'scaleToFill'
  lazyLoad?: boolean
  /** Lets WeChat on iOS read WebP; a browser does anyway. */
  webp?: boolean
}

export const Image = forwardRef<HTMLImageElement, Html<'img'> & ImageOwn>(function Image(props, ref) {
  const { mode, lazyLoad, webp, alt = props['aria-label'] ?? '', style, ...html } = props
  const objectFit = mode === 'aspectFit' ? 'contain' : mode === 'aspectFill' ? 'cover' : undefined
  return (
    <img
      ref={ref}
      alt={alt}
      loading={lazyLoad ? 'lazy' : undefined}
      style={{ objectFit, ...style }}
      {...html}
    />
  )
})

interface FieldOwn {
  value?: string
  maxlength?: number
  focus?: boolean
  /** With `focus`: what is selected, in characters. */
  selectionStart?: number
  selectionEnd?: number
  placeholderClass?: string
  confirmType?: 'search' | 'done' | 'send' | 'next' | 'go'
  cursorSpacing?: number
  adjustPosition?: boolean
  onInput?: Said<{ value: string }>
  onConfirm?: Said<{ value: string }>
  onFocus?: Said<{ value: string }>
  onBlur?: Said<{ value: string }>
}

function fieldEvents(own: Pick<FieldOwn, 'onInput' | 'onConfirm' | 'onFocus' | 'onBlur'>, confirms: boolean) {
  const said = (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => ({
    detail: { value: event.currentTarget.value },
  })
  return {
    onChange: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => own.onInput?.(said(event)),
    onFocus: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => own.onFocus?.(said(event)),
    onBlur: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => own.onBlur?.(said(event)),
    onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
      // Enter while an input method is composing chooses a word; it does not confirm.
      if (confirms && event.key === 'Enter' && !event.nativeEvent.isComposing) own.onConfirm?.(said(event))
    },
  }
}

type InputProps = Omit<Html<'input'>, keyof FieldOwn> & FieldOwn

export const Input = forwardRef<HTMLInputElement, InputProps>(function Input(props, outer) {
  const { maxlength, focus, placeholderClass, confirmType, cursorSpacing, adjustPosition, ...rest } = props
  const {
    onInput,
    onConfirm,
    onFocus,
    onBlur,
    value = '',
    type,
    selectionStart,
    selectionEnd,
    ...html
  } = rest
  const ref = useRef<HTMLInputElement>(null)
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(outer, () => ref.current)
  useEffect(() => {
    if (!focus) return
    ref.current?.focus()
    if (selectionEnd !== undefined) ref.current?.setSelectionRange(selectionStart ?? 0, selectionEnd)
  }, [focus, selectionStart, selectionEnd])
  return (
    <input
      ref={ref}
      {...html}
      // A browser's own number field forgets leading zeros and knows no maxLength: text with the keys for numbers.
      type={type === 'number' ? 'text' : type}
      inputMode={type === 'number' ? 'numeric' : undefined}
      value={value}
      maxLength={maxlength}
      enterKeyHint={confirmType}
      {...fieldEvents({ onInput, onConfirm, onFocus, onBlur }, true)}
    />
  )
})

type TextareaProps = Omit<Html<'textarea'>, keyof FieldOwn> & FieldOwn & { autoHeight?: boolean }

export const Textarea = forwardRef<HTMLTextAreaElement, TextareaProps>(function Textarea(props, outer) {
  const {
    maxlength,
    focus,
    placeholderClass,
    confirmType,
    cursorSpacing,
    adjustPosition,
    autoHeight,
    ...rest
  } = props
  const { onInput, onConfirm, onFocus, onBlur, value = '', ...html } = rest
  return (
    <textarea
      ref={outer}
      {...html}
      value={value}
      maxLength={maxlength}
      {...fieldEvents({ onInput, onConfirm, onFocus, onBlur }, false)}
    />
  )
})

interface ScrollOwn {
  scrollX?: boolean
  scrollY?: boolean
  scrollTop?: number
  scrollLeft?: number
  /** The id of a descendant to bring to the start. */
  scrollIntoView?: string
  scrollWithAnimation?: boolean
  lowerThreshold?: number
  enhanced?: boolean
  bounces?: boolean
  showScrollbar?: boolean
  enableFlex?: boolean
  onScroll?: Said<{ scrollTop: number; scrollLeft: number; scrollHeight: number }>
  onScrollToLower?: () => void
}

type ScrollViewProps = Omit<Html<'div'>, 'onScroll'> & ScrollOwn

export const ScrollView = forwardRef<HTMLDivElement, ScrollViewProps>(function ScrollView(props, outer) {
  const { scrollX, scrollY, scrollTop, scrollLeft, scrollIntoView, scrollWithAnimation, ...rest } = props
  const { lowerThreshold = 50, enhanced, bounces, showScrollbar, enableFlex, ...rest2 } = rest
  const { onScroll, onScrollToLower, style, ...html } = rest2
  const ref = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(outer, () => ref.current)
  useEffect(() => {
    ref.current?.scrollTo({
      top: scrollTop,
      left: scrollLeft,
      behavior: scrollWithAnimation ? 'smooth' : 'auto',
    })
  }, [scrollTop, scrollLeft, scrollWithAnimation])
  useEffect(() => {
    const target = scrollIntoView ? document.getElementById(scrollIntoView) : null
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [scrollIntoView])
  function scrolled(event: UIEvent<HTMLDivElement>): void {
    const { scrollTop, scrollLeft, scrollHeight, clientHeight } = event.currentTarget
    onScroll?.({ detail: { scrollTop, scrollLeft, scrollHeight } })
    if (scrollHeight - scrollTop - clientHeight <= lowerThreshold) onScrollToLower?.()
  }
  return (
    <div
      ref={ref}
      {...html}
      onScroll={scrolled}
      style={{ overflowX: scrollX ? 'auto' : 'hidden', overflowY: scrollY ? 'auto' : 'hidden', ...style }}
    />
  )
})

/** Taro's router asks for it by name; our pages refresh by a button that everyone can find. */
export const PullDownRefresh = Fragment
