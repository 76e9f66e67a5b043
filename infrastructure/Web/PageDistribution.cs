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

/// <summary>CloudFront in front of the bucket.</summary>
/// <remarks>The names of its parts are unique in the account across all Regions, so they begin with the stack and the Region.</remarks>
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
                // Caches as a file's Cache-Control allows, gzip and Brotli separately, and one copy for all queries.
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

    /// <summary>Allows CloudFront to list the bucket, so that a missing file gives 404.</summary>
    /// <remarks>Without this right S3 does not reveal that a file is missing, and CloudFront responds with 403. No path leads to the list
    /// itself.</remarks>
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
