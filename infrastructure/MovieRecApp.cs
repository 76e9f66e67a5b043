using Amazon.CDK;

namespace MovieRec.Infrastructure;

/// <summary>Creates the app, for the CDK's command line and for tests alike.</summary>
public static class MovieRecApp
{
    /// <summary>Feature flags of the CDK that matter here, as recommended today.</summary>
    /// <remarks>They are in code and not in <c>cdk.json</c>, so that every way to create the template uses them.</remarks>
    private static readonly string[] s_switches =
    [
        // A change of the authorizer creates a new deployment; otherwise it would have no effect.
        "@aws-cdk/aws-apigateway:authorizerChangeDeploymentLogicalId",
        "@aws-cdk/aws-apigateway:requestValidatorUniqueId",
        "@aws-cdk/aws-apigateway:disableCloudWatchRole",
        "@aws-cdk/core:checkSecretUsage",
        "@aws-cdk/core:enablePartitionLiterals",
    ];

    /// <param name="folder">Folder of the cloud assembly; null for the command line's.</param>
    /// <param name="context">Values in addition to those of the command line.</param>
    public static App Create(string? folder = null, IReadOnlyDictionary<string, object>? context = null)
    {
        var all = s_switches.ToDictionary(name => name, object (_) => true, StringComparer.Ordinal);
        foreach (var (key, value) in context ?? new Dictionary<string, object>(StringComparer.Ordinal))
            all[key] = value;
        var app = new App(new AppProps
        {
            Context = all,
            Outdir = folder,
            // The same sources give the same template, and the tools report no more than necessary.
            AnalyticsReporting = false,
            TreeMetadata = false,
        });
        Tags.Of(app).Add("application", "movierec");
        Tags.Of(app).Add("managed-by", "cdk");
        return app;
    }
}
