// WeChat demands this component of an app whose tab bar is custom. Ours is drawn by the tab pages (TabBar).
Component({})
