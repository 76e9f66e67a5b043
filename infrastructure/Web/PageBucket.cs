using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace MovieRec.Infrastructure.Web;

/// <summary>
/// Where the page's files are; only CloudFront reads them. No versions: what is in it is built from the sources at any time. It stays when
/// the stack goes: emptying it would take a function more, with the right to delete.
/// </summary>
internal static class PageBucket
{
    public static Bucket Create(Construct scope) => new(scope, "PageBucket", new BucketProps
    {
        BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
        ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
        Encryption = BucketEncryption.S3_MANAGED,
        EnforceSSL = true,
        MinimumTLSVersion = 1.2,
        Versioned = false,
        RemovalPolicy = RemovalPolicy.RETAIN,
    });
}
