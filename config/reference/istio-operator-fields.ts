/** Type of a field: a scalar, anything, another message, or a list (`[]`) or mapping (`{}`) of one of these. */
export type OperatorFieldType = string;

/**
 * What istioctl reads in an IstioOperator, message by message: name, then fields with their types. It refuses every other field, at every
 * level. `object` and `any` are read by others: Helm values, the mesh configuration, Kubernetes' own types.
 *
 * Source: istio.io/api v1.22.4, operator/v1alpha1/operator.proto; istio 1.22.4, operator/pkg/util (decoder without unknown fields).
 */
const MESSAGES = `
IstioOperatorSpec profile:string installPackagePath:string hub:string tag:any resourceSuffix:string namespace:string
  revision:string compatibilityVersion:string meshConfig:object components:IstioComponentSetSpec
  addonComponents:ExternalComponentSpec{} values:object unvalidatedValues:object
IstioComponentSetSpec base:BaseComponentSpec pilot:ComponentSpec cni:ComponentSpec ztunnel:ComponentSpec
  istiodRemote:ComponentSpec ingressGateways:GatewaySpec[] egressGateways:GatewaySpec[]
BaseComponentSpec enabled:bool k8s:KubernetesResourcesSpec
KubernetesResourcesSpec affinity:Affinity env:EnvVar[] hpaSpec:HorizontalPodAutoscalerSpec imagePullPolicy:string
  nodeSelector:string{} podDisruptionBudget:PodDisruptionBudgetSpec podAnnotations:string{} priorityClassName:string
  readinessProbe:ReadinessProbe replicaCount:int resources:Resources service:ServiceSpec strategy:DeploymentStrategy
  tolerations:Toleration[] serviceAnnotations:string{} securityContext:PodSecurityContext volumes:object[]
  volumeMounts:object[] overlays:K8sObjectOverlay[]
Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
NodeAffinity requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
  preferredDuringSchedulingIgnoredDuringExecution:PreferredSchedulingTerm[]
NodeSelector nodeSelectorTerms:NodeSelectorTerm[]
NodeSelectorTerm matchExpressions:NodeSelectorRequirement[] matchFields:NodeSelectorRequirement[]
NodeSelectorRequirement key:string operator:string values:string[]
PreferredSchedulingTerm weight:int preference:NodeSelectorTerm
PodAffinity requiredDuringSchedulingIgnoredDuringExecution:PodAffinityTerm[]
  preferredDuringSchedulingIgnoredDuringExecution:WeightedPodAffinityTerm[]
PodAffinityTerm labelSelector:object namespaces:string[] topologyKey:string
WeightedPodAffinityTerm weight:int podAffinityTerm:PodAffinityTerm
PodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution:PodAffinityTerm[]
  preferredDuringSchedulingIgnoredDuringExecution:WeightedPodAffinityTerm[]
EnvVar name:string value:string valueFrom:EnvVarSource
EnvVarSource fieldRef:ObjectFieldSelector resourceFieldRef:ResourceFieldSelector
  configMapKeyRef:ConfigMapKeySelector secretKeyRef:SecretKeySelector
ObjectFieldSelector apiVersion:string fieldPath:string
ResourceFieldSelector containerName:string resource:string divisor:IntOrString
ConfigMapKeySelector localObjectReference:LocalObjectReference key:string optional:bool
LocalObjectReference name:string
SecretKeySelector localObjectReference:LocalObjectReference key:string optional:bool
HorizontalPodAutoscalerSpec scaleTargetRef:CrossVersionObjectReference minReplicas:int maxReplicas:int
  metrics:MetricSpec[] behavior:HorizontalPodAutoScalerBehavior
CrossVersionObjectReference kind:string name:string apiVersion:string
MetricSpec type:string object:ObjectMetricSource pods:PodsMetricSource resource:ResourceMetricSource
  containerResource:ContainerResourceMetricSource external:ExternalMetricSource
ObjectMetricSource metricName:string targetValue:IntOrString selector:object averageValue:IntOrString target:any
  describedObject:CrossVersionObjectReference metric:MetricIdentifier
MetricIdentifier name:string selector:object
PodsMetricSource metricName:string targetAverageValue:IntOrString selector:object metric:MetricIdentifier
  target:MetricTarget
MetricTarget type:string value:IntOrString averageValue:IntOrString averageUtilization:int
ResourceMetricSource name:string targetAverageUtilization:int targetAverageValue:IntOrString target:MetricTarget
ContainerResourceMetricSource name:string target:MetricTarget container:string
ExternalMetricSource metricName:string metricSelector:object targetValue:IntOrString targetAverageValue:IntOrString
  metric:MetricIdentifier target:MetricTarget
HorizontalPodAutoScalerBehavior scaleUp:HPAScalingRules scaleDown:HPAScalingRules
HPAScalingRules stabilizationWindowSeconds:int selectPolicy:string policies:HPAScalingPolicy[]
HPAScalingPolicy type:string value:int periodSeconds:int
PodDisruptionBudgetSpec minAvailable:IntOrString selector:object maxUnavailable:IntOrString
ReadinessProbe exec:ExecAction httpGet:HTTPGetAction tcpSocket:TCPSocketAction initialDelaySeconds:int
  timeoutSeconds:int periodSeconds:int successThreshold:int failureThreshold:int
ExecAction command:string[]
HTTPGetAction path:string port:IntOrString host:string scheme:string httpHeaders:HTTPHeader[]
HTTPHeader name:string value:string
TCPSocketAction port:IntOrString host:string
Resources limits:string{} requests:string{}
ServiceSpec ports:ServicePort[] selector:string{} clusterIP:string type:string externalIPs:string[]
  sessionAffinity:string loadBalancerIP:string loadBalancerSourceRanges:string[] externalName:string
  externalTrafficPolicy:string healthCheckNodePort:int publishNotReadyAddresses:bool
  sessionAffinityConfig:SessionAffinityConfig loadBalancerClass:string
ServicePort name:string protocol:string port:int targetPort:IntOrString nodePort:int appProtocol:string
SessionAffinityConfig clientIP:ClientIPConfig
ClientIPConfig timeoutSeconds:int
DeploymentStrategy type:string rollingUpdate:RollingUpdateDeployment
RollingUpdateDeployment maxUnavailable:IntOrString maxSurge:IntOrString
Toleration key:string operator:string value:string effect:string tolerationSeconds:int
PodSecurityContext seLinuxOptions:SELinuxOptions runAsUser:int runAsNonRoot:bool supplementalGroups:int[]
  fsGroup:int runAsGroup:int sysctls:Sysctl[] windowsOptions:WindowsSecurityContextOptions
  fsGroupChangePolicy:string seccompProfile:SeccompProfile
SELinuxOptions user:string role:string type:string level:string
Sysctl name:string value:string
WindowsSecurityContextOptions gmsaCredentialSpecName:string gmsaCredentialSpec:string runAsUserName:string
SeccompProfile type:string localhostProfile:string
K8sObjectOverlay apiVersion:string kind:string name:string patches:PathValue[]
PathValue path:string value:any
ComponentSpec enabled:bool namespace:string hub:string tag:any spec:object k8s:KubernetesResourcesSpec
GatewaySpec enabled:bool namespace:string name:string label:string{} hub:string tag:any k8s:KubernetesResourcesSpec
ExternalComponentSpec enabled:bool namespace:string spec:object chartPath:string schema:any
  k8s:KubernetesResourcesSpec
`;

/** The messages of {@link OPERATOR_ROOT} by name, each with its fields and their types. */
export const OPERATOR_MESSAGES: ReadonlyMap<string, ReadonlyMap<string, OperatorFieldType>> = new Map(
  MESSAGES.trim()
    .split(/\n(?! )/)
    .map((message) => {
      const [name = "", ...fields] = message.split(/\s+/);
      return [name, new Map(fields.map((field) => field.split(":") as [string, OperatorFieldType]))];
    }),
);

/** Message of the `spec` of an IstioOperator. */
export const OPERATOR_ROOT = "IstioOperatorSpec";
