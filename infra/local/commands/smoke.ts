/** Entry of `npm run smoke`: see infra/smoke. */
import { smoke } from '../../smoke/smoke'
import { runTool } from './arguments'

runTool((args) => smoke(args, console.log))
