import { hasJava } from '../infra/local/engine/engine'
import { compilersMissing } from './weapp/harness/compilers'

/** What a full run needs and this machine lacks, each in a sentence that says what to install; empty where all is here. */
export const missingPrerequisites = (environment: NodeJS.ProcessEnv = process.env): string[] => {
  const compilers = compilersMissing()
  return [
    ...(hasJava(environment)
      ? []
      : [
          'DynamoDB Local, on which everything stored is proven again, needs Java 17 (Debian: apt install default-jre-headless)',
        ]),
    ...(compilers === null ? [] : [`${compilers}: run the tests on Linux on x64`]),
  ]
}
