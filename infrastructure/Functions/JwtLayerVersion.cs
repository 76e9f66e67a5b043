using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace MovieRec.Infrastructure.Functions;

/// <summary>The JWT layer, <c>/opt/lib/libcognitojwt.so</c>, which verifies tokens; a function without it rejects every token.</summary>
internal sealed class JwtLayerVersion(Construct scope, string asset) : LayerVersion(scope, "JwtLayer", new LayerVersionProps
{
    Code = Code.FromAsset(asset),
    Description = "Verifies Cognito access tokens",
    CompatibleRuntimes = [Runtime.PROVIDED_AL2023],
    CompatibleArchitectures = [Architecture.X86_64],
});
