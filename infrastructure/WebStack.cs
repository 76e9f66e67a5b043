using Amazon.CDK;
using Constructs;
using MovieRec.Infrastructure.Packaging;
using MovieRec.Infrastructure.Settings;
using MovieRec.Infrastructure.Web;

namespace MovieRec.Infrastructure;

/// <summary>Optional stack for the page of a deployed API: a private bucket and CloudFront.</summary>
/// <remarks>It is deployed with <c>-c stack=web</c>, after <see cref="InfrastructureStack"/>, whose address it is given. It shares nothing
/// with that stack, so another host may serve the page instead.</remarks>
public sealed class WebStack : Stack
{
    public const string Id = "WebStack";

    public WebStack(Construct scope, WebSettings settings, PageAssets page, IStackProps? props = null)
        : base(scope, Id, props)
    {
        var bucket = PageBucket.Create(this);
        var distribution = PageDistribution.Create(this, settings, bucket);
        PageFiles.Deploy(this, settings, page, bucket, distribution);
        var host = settings.Domain?.Name ?? distribution.DistributionDomainName;
        Output("WebUrl", $"https://{host}",
            "The address of the page: add it to allowedOrigins of InfrastructureStack, or browsers refuse its calls");
        Output("WebHost", distribution.DistributionDomainName, "What a domain of your own points at");
        Output("DistributionId", distribution.DistributionId, "CloudFront's id, for invalidations by hand");
        Output("PageBucketName", bucket.BucketName, "The bucket of the files, which stays when the stack goes");
    }

    private void Output(string id, string value, string description) =>
        _ = new CfnOutput(this, id, new CfnOutputProps { Value = value, Description = description });
}
