/** The two states of the project that are compared, each as its own CDK app bundles it. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { domains } from '../../../functions/domains'
import { localConfig } from '../../../infra/config'
import { type Assembly, readAssembly } from '../../../infra/local/builds/assembly'
import { assemblyFolder, synthesize } from '../../../infra/local/builds/builds'
import { root, runNode } from '../../../infra/local/run'
import { functionName, hasOwnStack, stackName } from '../../../infra/names'

/** `folder`: of its checkout. */
export type State = { folder: string; assembly: Assembly }
export type States = { old: State; new: State }

/** @param other folder of another checkout, with its packages installed */
export async function openStates(other: string, step: (text: string) => void): Promise<States> {
  step('bundle the functions of this checkout')
  await synthesize()
  step(`bundle the functions of ${other}`)
  const folder = resolve(other)
  const output = join(root, '.cache/bench/other-state')
  await runNode({
    name: 'synth-other-state',
    cwd: folder,
    args: ['--import', 'tsx', 'infra/app.ts'],
    env: { CDK_OUTDIR: output },
  })
  return {
    old: { folder, assembly: readAssembly(output, domainStacksIn(output)) },
    new: { folder: root, assembly: readAssembly(assemblyFolder) },
  }
}

/** An older state lacks the domains that came after it. */
const domainStacksIn = (folder: string): string[] =>
  domains
    .filter(hasOwnStack)
    .map(({ name }) => name)
    .filter((name) => existsSync(join(folder, `${stackName(localConfig, name)}.template.json`)))

/** Of the functions that both states have: name without the deployment's prefix, and logical ids. */
export function sharedFunctions({ old, new: current }: States): { name: string; old: string; new: string }[] {
  const before = idsByName(old.assembly)
  return [...idsByName(current.assembly)].flatMap(([name, id]) => {
    const known = before.get(name)
    return known === undefined ? [] : [{ name, old: known, new: id }]
  })
}

const idsByName = ({ functions }: Pick<Assembly, 'functions'>): Map<string, string> =>
  new Map([...functions].map(([id, { name }]) => [name.replace(functionName(localConfig, ''), ''), id]))

/** Logical id of the function of that name. */
export function functionIn({ assembly }: State, name: string): string {
  const id = idsByName(assembly).get(name)
  if (id === undefined) throw new Error(`there is no function ${name}`)
  return id
}
