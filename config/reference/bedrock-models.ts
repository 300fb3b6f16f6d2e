/** A model of Bedrock in a region. */
export interface BedrockModel {
  /**
   * Geography of the inference profile that the model is invoked through, such as `us-gov`; absent where it is invoked by itself. With a profile, Bedrock may answer from any
   * region of the geography.
   */
  readonly profile?: keyof typeof INFERENCE_GEOGRAPHIES;
  /** Where it is stated. */
  readonly source: string;
}

/** Regions that an inference profile may send a request to. Source: Bedrock user guide, "Supported Regions and models for inference profiles". */
export const INFERENCE_GEOGRAPHIES = {
  "us-gov": ["us-gov-west-1", "us-gov-east-1"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const ON_DEMAND = 'Bedrock user guide, "Supported Regions and models for model copy", which lists the region';
const PROFILE = 'Bedrock user guide, "Supported Regions and models for inference profiles", geography us-gov';

/**
 * Models that a stack may grant, by region. Regions that aren't listed take every model id: nothing refuses there what nobody has read up.
 *
 * In GovCloud the models of Anthropic are invoked through an inference profile only, and the agreement with their maker is signed in the commercial account that the GovCloud account
 * belongs to.
 */
export const BEDROCK_MODELS: Readonly<Record<string, Readonly<Record<string, BedrockModel>>>> = {
  "us-gov-west-1": {
    "amazon.nova-micro-v1:0": { source: ON_DEMAND },
    "amazon.nova-lite-v1:0": { source: ON_DEMAND },
    "amazon.nova-pro-v1:0": { source: ON_DEMAND },
    "anthropic.claude-3-5-sonnet-20240620-v1:0": { profile: "us-gov", source: PROFILE },
    "anthropic.claude-sonnet-4-5-20250929-v1:0": { profile: "us-gov", source: PROFILE },
  },
};
