export default definePageConfig({ navigationBarTitleText: '交付记录' })
