using Amazon.CDK.AWS.APIGateway;
using MovieRec.Api;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>How many requests a second the stage takes from everybody together; what is more is 429.</summary>
/// <param name="Rate">Requests a second, on and on.</param>
/// <param name="Burst">Requests at once.</param>
internal sealed record Throttling(int Rate, int Burst)
{
    /// <summary>What eight functions answer with the 1,000 concurrent executions that an account has, with room for its other functions.</summary>
    public static Throttling Everywhere { get; } = new(200, 400);

    /// <summary>
    /// Nobody signs up, in or on often, but for who tries passwords and codes. Cognito's own quota for these calls is 120 a second for
    /// the whole account; what guesses against one person meets Cognito's lock first.
    /// </summary>
    public static Throttling OfAccounts { get; } = new(20, 40);

    /// <summary>The methods below <c>/auth</c>. Settings of a method replace the stage's whole, so the rest of them is said again.</summary>
    public static Dictionary<string, IMethodDeploymentOptions> Accounts() => Routes.All
        .Where(route => route.Path.StartsWith("/auth/", StringComparison.Ordinal))
        .ToDictionary(route => $"{route.Path}/{route.Verb}", IMethodDeploymentOptions (_) => new MethodDeploymentOptions
        {
            ThrottlingRateLimit = OfAccounts.Rate,
            ThrottlingBurstLimit = OfAccounts.Burst,
            LoggingLevel = MethodLoggingLevel.INFO,
            MetricsEnabled = true,
            DataTraceEnabled = false,
        }, StringComparer.Ordinal);
}
