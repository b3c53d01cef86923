/** Whether anybody can see the program now. WeChat stops the timers of one that is in the background. */
export const isSeen = (): boolean => true
