using Amazon.CDK.AWS.APIGateway;
using MovieRec.Api;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>Settings of the methods of accounts, which are throttled lower than the stage.</summary>
internal static class AccountMethods
{
    /// <summary>Returns the settings by method. Those of a method replace the stage's whole, so the rest of them is said again.</summary>
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
