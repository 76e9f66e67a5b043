using Amazon.CDK.AWS.APIGateway;
using MovieRec.Api;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>Settings of the account routes' methods, which have lower throttles than the stage.</summary>
internal static class AccountMethods
{
    /// <summary>Returns the settings by method; they replace all of the stage's settings, so the others are repeated.</summary>
    public static Dictionary<string, IMethodDeploymentOptions> Options() => Routes.All
        .Where(route => route.IsOfAccounts)
        .ToDictionary(route => $"{route.Path}/{route.Method}", IMethodDeploymentOptions (_) => new MethodDeploymentOptions
        {
            ThrottlingRateLimit = Throttling.Accounts.Rate,
            ThrottlingBurstLimit = Throttling.Accounts.Burst,
            LoggingLevel = MethodLoggingLevel.INFO,
            MetricsEnabled = true,
            DataTraceEnabled = false,
        }, StringComparer.Ordinal);
}
