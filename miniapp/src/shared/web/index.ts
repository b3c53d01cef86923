// Names alone: Taro's H5 plug-in strikes out of this module whatever no screen uses, and would strike out the
// imports of a module that holds code.
export { Image, Input, PullDownRefresh, ScrollView, Text, Textarea, View } from './elements'
