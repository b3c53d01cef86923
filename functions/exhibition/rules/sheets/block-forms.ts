/**
 * How blocks other than headings and paragraphs stand in a text that people write: `【图片】`, and below it a line for each field. Pure.
 */
import type { BlockType } from '../../../shared/blocks/block'

/** `list`: several on one line. `lists`: a line for each. `records`: as `lists`, each with the fields of `of` in order. */
export type FieldForm =
  | { key: string; name: string; as: 'text' | 'number' | 'or-null' | 'list' | 'lists' }
  | { key: string; name: string; as: 'records'; of: readonly { key: string; isNumber?: true }[] }

export type BlockForm = { type: BlockType; name: string; fields: readonly FieldForm[] }

const text = (key: string, name: string): FieldForm => ({ key, name, as: 'text' })

export const blockForms: readonly BlockForm[] = [
  {
    type: 'picture',
    name: '图片',
    fields: [text('media', '文件'), text('description', '描述'), text('caption', '图注')],
  },
  {
    type: 'pictures',
    name: '图片组',
    fields: [
      {
        ...{ key: 'pictures', name: '图片', as: 'records' },
        of: [{ key: 'media' }, { key: 'description' }, { key: 'caption' }],
      },
    ],
  },
  {
    type: 'audio',
    name: '声音',
    fields: [text('media', '文件'), text('title', '标题'), text('transcript', '文字稿')],
  },
  {
    type: 'video',
    name: '视频',
    fields: [
      text('media', '文件'),
      text('title', '标题'),
      { key: 'poster', name: '封面', as: 'or-null' },
      {
        ...{ key: 'captions', name: '字幕', as: 'records' },
        of: [{ key: 'from', isNumber: true }, { key: 'until', isNumber: true }, { key: 'text' }],
      },
    ],
  },
  {
    type: 'timeline',
    name: '时间线',
    fields: [
      {
        ...{ key: 'events', name: '事件', as: 'records' },
        of: [{ key: 'time' }, { key: 'title' }, { key: 'text' }],
      },
    ],
  },
  {
    type: 'figure',
    name: '数字',
    fields: [
      { key: 'value', name: '数值', as: 'number' },
      text('unit', '单位'),
      text('label', '说明'),
      text('source', '来源'),
      { key: 'date', name: '日期', as: 'or-null' },
    ],
  },
  {
    type: 'quotation',
    name: '引文',
    fields: [text('text', '内容'), text('by', '谁说的'), text('source', '出处')],
  },
  {
    type: 'table',
    name: '表格',
    fields: [
      text('caption', '标题'),
      { key: 'columns', name: '列', as: 'list' },
      { key: 'rows', name: '行', as: 'lists' },
    ],
  },
  { type: 'place', name: '地点', fields: [text('place', '编号'), text('note', '附注')] },
  { type: 'bulletin', name: '公益信息', fields: [text('bulletin', '编号')] },
]
