export default definePageConfig({ navigationBarTitleText: '关于福驿' })
