import { RemovalPolicy, SecretValue } from 'aws-cdk-lib'
import { Secret as ManagedSecret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { Domain } from '../../functions/shared/declaration/domain'
import type { Secret } from '../../functions/shared/declaration/reach'
import { acknowledge } from '../acknowledge'
import type { Config } from '../config'
import { secretName } from '../names'

/**
 * CloudFormation cannot make keys: the rotation makes the first as soon as it is scheduled. This text is written once,
 * and would be written again, over all keys, only if it were another: leave it as it is.
 */
const noKeysYet: SecretProps = { secretStringValue: SecretValue.unsafePlainText('{"keys":[]}') }

const initialValueOf = ({ made }: Secret): SecretProps =>
  made === 'rotation'
    ? noKeysYet
    : { generateSecretString: { excludePunctuation: true, passwordLength: made.characters } }

/** Made by the product for itself. Once there they stay when their stack goes: a lost one cannot be made again. */
export class DomainSecrets extends Construct {
  private readonly secrets = new Map<string, ManagedSecret>()

  constructor(scope: Construct, id: string, config: Config, domains: readonly Domain[]) {
    super(scope, id)
    for (const secret of domains.flatMap(({ ownSecrets }) => ownSecrets)) {
      const { name, description, notRotated } = secret
      const managed = new ManagedSecret(this, name, {
        ...initialValueOf(secret),
        description,
        secretName: secretName(config, name),
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      })
      if (notRotated) acknowledge(managed, { SMG4: notRotated })
      this.secrets.set(name, managed)
    }
  }

  get({ name }: Secret): ManagedSecret {
    const managed = this.secrets.get(name)
    if (!managed) throw new Error(`no domain declares the secret ${name} as its own`)
    return managed
  }
}
