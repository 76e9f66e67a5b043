using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace MovieRec.Infrastructure.Web;

/// <summary>Private bucket of the page's files, which only CloudFront reads.</summary>
/// <remarks>It has no versions, because its files can be built from the sources at any time. It stays when the stack is deleted: emptying
/// it would need another function with the right to delete.</remarks>
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
