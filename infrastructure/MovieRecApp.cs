using Amazon.CDK;

namespace MovieRec.Infrastructure;

/// <summary>Makes the app: the same from the CDK's command line and from a test.</summary>
public static class MovieRecApp
{
    /// <summary>
    /// The CDK's switches that matter here, at what is recommended today. In code and not in <c>cdk.json</c>, so that no way to the
    /// template misses them.
    /// </summary>
    private static readonly string[] s_switches =
    [
        // A change of the authorizer makes a new deployment, else it would not come into force.
        "@aws-cdk/aws-apigateway:authorizerChangeDeploymentLogicalId",
        "@aws-cdk/aws-apigateway:requestValidatorUniqueId",
        "@aws-cdk/aws-apigateway:disableCloudWatchRole",
        "@aws-cdk/core:checkSecretUsage",
        "@aws-cdk/core:enablePartitionLiterals",
    ];

    /// <param name="folder">Where the cloud assembly goes; null for where the command line wants it.</param>
    /// <param name="context">Values beside those of the command line.</param>
    public static App Create(string? folder = null, IReadOnlyDictionary<string, object>? context = null)
    {
        var all = s_switches.ToDictionary(name => name, object (_) => true, StringComparer.Ordinal);
        foreach (var (key, value) in context ?? new Dictionary<string, object>(StringComparer.Ordinal))
            all[key] = value;
        var app = new App(new AppProps
        {
            Context = all,
            Outdir = folder,
            // The same sources give the same template, and no more is told about the tools than is needed.
            AnalyticsReporting = false,
            TreeMetadata = false,
        });
        Tags.Of(app).Add("application", "movierec");
        Tags.Of(app).Add("managed-by", "cdk");
        return app;
    }
}
