import { changeInputs, type Mutations } from "./mutation";
import { changeStatements } from "./policy-statements";

const KEY = "aws:kms/key:Key";

/** What the rules about keys have to catch. */
export const encryptionMutations: Mutations = {
  "kms-key-rotation": [
    {
      what: "rotation of a key turned off",
      change: changeInputs(KEY, (inputs) => {
        inputs.enableKeyRotation = false;
      }),
    },
  ],
  "kms-deletion-window": [
    {
      what: "a key that can be gone within a week",
      change: changeInputs(KEY, (inputs) => {
        inputs.deletionWindowInDays = 7;
      }),
    },
  ],
  "kms-key-policy": [
    {
      what: "the account's condition taken from the data key, that on roles left for any account",
      change: changeStatements(
        KEY,
        (statement) => {
          const { StringEquals: equal, ArnEquals: arns } = statement.Condition ?? {};
          if (equal !== undefined) delete equal["kms:CallerAccount"];
          if (arns === undefined) return;
          const names: readonly string[] = arns["aws:PrincipalArn"];
          arns["aws:PrincipalArn"] = names.map((arn) => arn.replace(/:\d{12}:/, ":*:"));
        },
        /data/,
      ),
    },
    {
      what: "the administration of a key opened to everybody",
      change: changeStatements(
        KEY,
        (statement) => {
          if (statement.Sid === "AdministeredThroughIam") statement.Principal = { AWS: "*" };
        },
        /secrets/,
      ),
    },
  ],
};
