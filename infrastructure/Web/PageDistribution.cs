using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using MovieRec.Infrastructure.Packaging;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Web;

/// <summary>CloudFront before the bucket. Its parts have names, which are the account's in all Regions; so they begin with the stack's and the Region.</summary>
internal static class PageDistribution
{
    public static Distribution Create(Construct scope, WebSettings settings, Bucket bucket)
    {
        var name = $"{settings.StackName}-{Stack.Of(scope).Region}";
        var control = new S3OriginAccessControl(scope, "PageAccess", new S3OriginAccessControlProps { OriginAccessControlName = name });
        var distribution = new Distribution(scope, "Page", new DistributionProps
        {
            Comment = settings.StackName,
            DefaultRootObject = "index.html",
            DefaultBehavior = new BehaviorOptions
            {
                Origin = S3BucketOrigin.WithOriginAccessControl(bucket, new S3BucketOriginWithOACProps { OriginAccessControl = control }),
                ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                AllowedMethods = AllowedMethods.ALLOW_GET_HEAD,
                // Keeps what a file's Cache-Control allows; gzip and Brotli apart; one copy whatever the query.
                CachePolicy = CachePolicy.CACHING_OPTIMIZED,
                Compress = true,
                ResponseHeadersPolicy = PageHeaders.Create(scope, name, settings.ApiUrl, PageAssets.Images),
                FunctionAssociations = [PageRouting.Create(scope, name)],
            },
            HttpVersion = HttpVersion.HTTP2_AND_3,
            MinimumProtocolVersion = SecurityPolicyProtocol.TLS_V1_2_2021,
            DomainNames = settings.Domain is { } domain ? [domain.Name] : null,
            Certificate = settings.Domain is { } certified
                ? Certificate.FromCertificateArn(scope, "Certificate", certified.CertificateArn)
                : null,
        });
        AllowToSeeWhatIsMissing(bucket, distribution);
        return distribution;
    }

    /// <summary>Without this S3 does not say that a file is not there, and CloudFront answers 403 in place of 404. No path leads to the list itself.</summary>
    private static void AllowToSeeWhatIsMissing(Bucket bucket, Distribution distribution) =>
        bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "MissingFiles",
            Principals = [new ServicePrincipal("cloudfront.amazonaws.com")],
            Actions = ["s3:ListBucket"],
            Resources = [bucket.BucketArn],
            Conditions = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["StringEquals"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["AWS:SourceArn"] = GetArn(distribution) },
            },
        }));

    public static string GetArn(Distribution distribution) => Stack.Of(distribution).FormatArn(new ArnComponents
    {
        Service = "cloudfront",
        Region = "",
        Resource = "distribution",
        ResourceName = distribution.DistributionId,
    });
}
