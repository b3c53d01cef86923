export default definePageConfig({ navigationBarTitleText: '交付礼品' })
