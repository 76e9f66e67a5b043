using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.S3.Assets;
using Amazon.CDK.AWS.S3.Deployment;
using Constructs;
using MovieRec.Infrastructure.Packaging;
using MovieRec.Infrastructure.Settings;
using Distribution = Amazon.CDK.AWS.CloudFront.Distribution;

namespace MovieRec.Infrastructure.Web;

/// <summary>Copies the files into the bucket, with the CDK's own function for that.</summary>
/// <remarks>Files whose names contain a hash of their content come first, then the files that refer to them, then CloudFront's cache is
/// invalidated. So no client gets a page whose files do not exist yet. The role is defined here: the CDK's own would read and write with
/// stars, and invalidate every distribution of the account.</remarks>
internal static class PageFiles
{
    private const string Hashed = "assets/*";

    /// <summary>Memory of the function: it runs AWS's command line, which starts slowly with a smaller share of a processor.</summary>
    private const int Megabytes = 512;

    public static void Deploy(Construct scope, WebSettings settings, PageAssets page, Bucket bucket, Distribution distribution)
    {
        var files = Staged(scope, settings, page);
        var log = new LogGroup(scope, "PageFilesLog", new LogGroupProps
        {
            LogGroupName = $"/aws/lambda/{settings.StackName}-PageFiles",
            Retention = RetentionDays.ONE_MONTH,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var role = GetRole(scope, files, bucket, distribution, log);
        var assets = new BucketDeployment(scope, "HashedFiles", new BucketDeploymentProps
        {
            Sources = [Source.Bucket(files.Bucket, files.S3ObjectKey)],
            DestinationBucket = bucket,
            Exclude = ["*"],
            Include = [Hashed],
            // A browser with the page open may still request a file of the previous version.
            Prune = false,
            CacheControl = [CacheControl.FromString("public, max-age=31536000, immutable")],
            Role = role,
            LogGroup = log,
            MemoryLimit = Megabytes,
        });
        var others = new BucketDeployment(scope, "OtherFiles", new BucketDeploymentProps
        {
            Sources = [Source.Bucket(files.Bucket, files.S3ObjectKey)],
            DestinationBucket = bucket,
            Exclude = [Hashed],
            Prune = true,
            CacheControl = [CacheControl.FromString("no-cache")],
            Distribution = distribution,
            DistributionPaths = ["/*"],
            Role = role,
            LogGroup = log,
            MemoryLimit = Megabytes,
        });
        // Both deployments share one function, which has the layer of the first.
        others.Node.TryRemoveChild("AwsCliLayer");
        others.Node.AddDependency(assets);
    }

    private static Asset Staged(Construct scope, WebSettings settings, PageAssets page)
    {
        var folder = Directory.CreateTempSubdirectory("movierec-page-");
        try
        {
            page.CopyTo(folder.FullName, settings.ApiUrl);
            return new Asset(scope, "PageFiles", new AssetProps { Path = folder.FullName });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IRole GetRole(Construct scope, Asset files, Bucket bucket, Distribution distribution, LogGroup log) =>
        new Role(scope, "PageFilesRole", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = "Execution role of the function that deploys the page",
            InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
            {
                ["Page"] = new(new PolicyDocumentProps
                {
                    Statements =
                [
                    Allow("Logs", log.LogGroupArn, "logs:CreateLogStream", "logs:PutLogEvents"),
                    // All objects of the assets bucket and not this one zip, because its name changes with the page. A permission that has
                    // just changed may not be effective everywhere when the function is called.
                    Allow("Source", files.Bucket.ArnForObjects("*"), "s3:GetObject"),
                    Allow("List", bucket.BucketArn, "s3:ListBucket"),
                    Allow("Files", bucket.ArnForObjects("*"), "s3:DeleteObject", "s3:PutObject"),
                    Allow("Invalidation", PageDistribution.GetArn(distribution), "cloudfront:CreateInvalidation",
                        "cloudfront:GetInvalidation"),
                ],
                }),
            },
        }).WithoutPolicyUpdates();

    private static PolicyStatement Allow(string sid, string resource, params string[] actions) =>
        new(new PolicyStatementProps { Sid = sid, Effect = Effect.ALLOW, Actions = actions, Resources = [resource] });
}
