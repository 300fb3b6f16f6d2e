import type { Changeable } from "../estate-fixture";
import { changeObject, type Mutation, type Mutations } from "./mutation";

/** Changes settings of the brokers. */
function changeBrokers(change: (kafka: Changeable) => void): Mutation["change"] {
  return changeObject("Kafka", ({ spec }) => change(spec.kafka));
}

/** Adds to the access list of the applications' user. */
function addAcl(acl: object): Mutation["change"] {
  return changeObject("KafkaUser", ({ spec }) => spec.authorization.acls.push(acl), /app/);
}

/** What the rules about Kafka have to catch. */
export const kafkaMutations: Mutations = {
  "kafka-listener-authentication": [
    {
      what: "the listener with TLS no longer asks for a certificate",
      change: changeBrokers((kafka) => {
        delete kafka.listeners[1].authentication;
      }),
    },
    {
      what: "a further open listener, which the exemption of the documented one doesn't cover",
      change: changeBrokers(({ listeners }) => listeners.push({ ...listeners[0], name: "plain2", port: 9094 })),
    },
  ],
  "kafka-listener-encryption": [
    {
      what: "the open listener is put behind a load balancer",
      change: changeBrokers(({ listeners }) => {
        listeners[0].type = "loadbalancer";
      }),
    },
  ],
  "kafka-authorization": [
    {
      what: "no authorizer",
      change: changeBrokers((kafka) => {
        delete kafka.authorization;
      }),
    },
    {
      what: "clients without a name are super users",
      change: changeBrokers(({ authorization }) => {
        authorization.superUsers = ["ANONYMOUS"];
      }),
    },
  ],
  "kafka-copies": [
    {
      what: "a topic with two copies",
      change: changeObject("KafkaTopic", ({ spec }) => {
        spec.replicas = 2;
      }),
    },
    {
      what: "one copy in sync is enough for the brokers",
      change: changeBrokers(({ config }) => {
        config["min.insync.replicas"] = 1;
      }),
    },
    {
      what: "the brokers' default of copies is left out",
      change: changeBrokers(({ config }) => {
        delete config["default.replication.factor"];
      }),
    },
    {
      what: "Connect keeps its offsets twice",
      change: changeObject("KafkaConnect", ({ spec }) => {
        spec.config["offset.storage.replication.factor"] = 2;
      }),
    },
  ],
  "kafka-volumes-kept": [
    {
      what: "the brokers' claims go with their pool",
      change: changeObject("KafkaNodePool", ({ spec }) => {
        spec.storage.deleteClaim = true;
      }),
    },
    {
      what: "brokers without volumes",
      change: changeObject("KafkaNodePool", ({ spec }) => {
        spec.storage = { type: "ephemeral" };
      }),
    },
  ],
  "kafka-unclean-election": [
    {
      what: "brokers may elect a copy that lacks records",
      change: changeBrokers(({ config }) => {
        config["unclean.leader.election.enable"] = true;
      }),
    },
  ],
  "kafka-topic-creation": [
    {
      what: "brokers make topics that clients name",
      change: changeBrokers(({ config }) => {
        config["auto.create.topics.enable"] = true;
      }),
    },
  ],
  "kafka-user-authentication": [
    {
      what: "the applications' user no longer signs in",
      change: changeObject(
        "KafkaUser",
        ({ spec }) => {
          delete spec.authentication;
        },
        /app/,
      ),
    },
    {
      what: "the user whom nobody can be may write",
      change: changeObject("KafkaUser", ({ spec }) => spec.authorization.acls[1].operations.push("Write"), /guard/),
    },
  ],
  "kafka-acl-wildcards": [
    {
      what: "the applications' user may do everything with every topic",
      change: addAcl({ resource: { type: "topic", name: "*", patternType: "literal" }, operations: ["All"] }),
    },
    {
      what: "the applications' user runs the cluster",
      change: addAcl({ resource: { type: "cluster" }, operations: ["All"] }),
    },
  ],
};
