using System.Text.Json.Nodes;
using MovieRec.Infrastructure.Packaging;
using MovieRec.Infrastructure.Tests.Synthesis;
using MovieRec.TestKit;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Stack of the page: readers of the bucket, rights of the page, and cache lifetimes.</summary>
/// <remarks>AwsSolutionsTests checks that it follows the rules.</remarks>
public sealed class WebTests(Stacks stacks)
{
    private JsonNode Behaviour => Config(stacks.Web)["DefaultCacheBehavior"]!;

    [Fact]
    public void Bucket_IsReadByTheDistributionAlone()
    {
        var distribution = stacks.Web.Single("AWS::CloudFront::Distribution");
        var allowed = stacks.Web.Single("AWS::S3::BucketPolicy")["PolicyDocument"]!["Statement"]!.AsArray()
            .Where(statement => Template.Plain(statement!["Effect"]) == "Allow").ToArray();
        allowed.SelectMany(statement => Template.Texts(statement!["Action"]))
            .ShouldBe(["s3:GetObject", "s3:ListBucket"], ignoreOrder: true);
        foreach (var statement in allowed)
        {
            Template.Plain(statement!["Principal"]!["Service"]).ShouldBe("cloudfront.amazonaws.com");
            Template.Plain(statement["Condition"]!["StringEquals"]!["AWS:SourceArn"])
                .ShouldBe($"arn:${{AWS::Partition}}:cloudfront::${{AWS::AccountId}}:distribution/${{{distribution.Id}}}");
        }
    }

    [Fact]
    public void Bucket_IsEncryptedAndStaysWhenTheStackGoes()
    {
        var bucket = stacks.Web.Single("AWS::S3::Bucket");
        bucket["BucketEncryption"].ShouldNotBeNull();
        bucket.DeletionPolicy.ShouldBe("Retain");
    }

    [Fact]
    public void Distribution_ServesTheIndexOverNewHttpCompressed()
    {
        var config = Config(stacks.Web);
        (Template.Plain(config["HttpVersion"]), Template.Plain(config["DefaultRootObject"]), Template.Plain(config["IPV6Enabled"]))
            .ShouldBe(("http2and3", "index.html", "true"));
        (Template.Plain(Behaviour["Compress"]), Template.Plain(Behaviour["ViewerProtocolPolicy"])).ShouldBe(("true", "redirect-to-https"));
        Template.Texts(Behaviour["AllowedMethods"]).ShouldBe(["GET", "HEAD"]);
        // A missing file is an error, and not the page with 200.
        config["CustomErrorResponses"].ShouldBeNull();
    }

    [Fact]
    public void Headers_AllowTheApiAndThePostersAlone()
    {
        var policy = Security()["ContentSecurityPolicy"]!;
        var directives = Template.Plain(policy["ContentSecurityPolicy"]).Split("; ")
            .ToDictionary(one => one.Split(' ')[0], one => one.Split(' ')[1..], StringComparer.Ordinal);
        directives["default-src"].ShouldBe(["'none'"]);
        directives["connect-src"].ShouldBe(["'self'", "https://abc123.execute-api.eu-west-1.amazonaws.com"]);
        directives["img-src"].ShouldBe(["'self'", "https://image.tmdb.org"]);
        directives["frame-ancestors"].ShouldBe(["'none'"]);
        directives["trusted-types"].ShouldBe(["movierec"]);
        string[] own = ["script-src", "style-src", "font-src", "manifest-src", "worker-src"];
        own.ShouldAllBe(name => directives[name].Single() == "'self'");
        Template.Plain(policy["ContentSecurityPolicy"]).ShouldNotContain("unsafe");
    }

    [Fact]
    public void Headers_AreThoseThatOtherHostsAreToldToSend()
    {
        // The local host's own tests compare its header with the same text.
        const string header = "Content-Security-Policy: ";
        var documented = File.ReadLines(RepositoryRoot.File("docs", "web.md"))
            .Single(line => line.StartsWith(header, StringComparison.Ordinal))[header.Length..];
        Template.Plain(Security()["ContentSecurityPolicy"]!["ContentSecurityPolicy"])
            .ShouldBe(
                documented.Replace(" API;", $" {new Uri(Stacks.ApiUrl).GetLeftPart(UriPartial.Authority)};", StringComparison.Ordinal));
    }

    [Fact]
    public void Headers_KeepThePageToItself()
    {
        var security = Security();
        Template.Plain(security["StrictTransportSecurity"]!["AccessControlMaxAgeSec"]).ShouldBe("31536000");
        Template.Plain(security["FrameOptions"]!["FrameOption"]).ShouldBe("DENY");
        Template.Plain(security["ReferrerPolicy"]!["ReferrerPolicy"]).ShouldBe("no-referrer");
        security["ContentTypeOptions"].ShouldNotBeNull();
        security.AsObject().ShouldAllBe(header => Template.Plain(header.Value!["Override"]) == "true");
        HeadersConfig()["CustomHeadersConfig"]!["Items"]!.AsArray().Select(item => Template.Plain(item!["Header"]))
            .ShouldBe(["Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"]);
    }

    [Fact]
    public void Files_OfTheBuild_AreKeptForAYearAndTheOthersAskedForAnew()
    {
        var (hashed, others) = (Deployment("HashedFiles"), Deployment("OtherFiles"));
        (Template.Plain(hashed["SystemMetadata"]!["cache-control"]), Template.Plain(others["SystemMetadata"]!["cache-control"]))
            .ShouldBe(("public, max-age=31536000, immutable", "no-cache"));
        (Template.Texts(hashed["Exclude"]).Single(), Template.Texts(hashed["Include"]).Single(), Template.Texts(others["Exclude"]).Single())
            .ShouldBe(("*", "assets/*", "assets/*"));
        (hashed.Text("Prune"), others.Text("Prune")).ShouldBe(("false", "true"));
    }

    [Fact]
    public void Files_ThatNameOthers_ComeAfterTheseAndCloudFrontIsTold()
    {
        var (hashed, others) = (Deployment("HashedFiles"), Deployment("OtherFiles"));
        others.DependsOn.ShouldContain(hashed.Id);
        Template.Texts(others["DistributionPaths"]).ShouldBe(["/*"]);
        stacks.Web.Referred(others["DistributionId"]).Type.ShouldBe("AWS::CloudFront::Distribution");
    }

    [Fact]
    public void Files_AreTheBuiltOnesAndTheConfigurationOfThisDeployment()
    {
        using var folder = new TemporaryFolder();
        PageAssets.In(stacks.WebDist).CopyTo(folder.Path, new Uri(Stacks.ApiUrl));
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file))
            .ShouldBe(["assets/index-C4oYoBS7.js", "config.json", "icons/icon.svg", "index.html", "sw.js"], ignoreOrder: true);
        var config = JsonNode.Parse(File.ReadAllText(folder.File("config.json")))!.AsObject();
        config.Select(field => (field.Key, field.Value?.ToString()))
            .ShouldBe([("api", Stacks.ApiUrl), ("images", "https://image.tmdb.org/t/p"), ("inbox", null)]);
    }

    [Fact]
    public void Domain_OfOnesOwn_HasItsCertificateAndIsThePagesAddress()
    {
        var config = Config(stacks.WebWithDomain);
        Template.Texts(config["Aliases"]).ShouldBe([Stacks.Domain]);
        var certificate = config["ViewerCertificate"]!;
        (Template.Plain(certificate["AcmCertificateArn"]), Template.Plain(certificate["MinimumProtocolVersion"]),
            Template.Plain(certificate["SslSupportMethod"]))
            .ShouldBe((Stacks.CertificateArn, "TLSv1.2_2021", "sni-only"));
        stacks.WebWithDomain.Output("WebUrl").ShouldBe($"https://{Stacks.Domain}");
    }

    [Fact]
    public void Outputs_SayWhereThePageIsAndWhatToAllow()
    {
        stacks.Web.Root["Outputs"]!.AsObject().Select(output => output.Key)
            .ShouldBe(["WebUrl", "WebHost", "DistributionId", "PageBucketName"]);
        stacks.Web.Output("WebUrl").ShouldMatch(@"^https://\$\{Page\w+\.DomainName\}$");
        Template.Plain(stacks.Web.Root["Outputs"]!["WebUrl"]!["Description"]).ShouldContain("allowedOrigins");
    }

    private Resource Deployment(string id) =>
        stacks.Web.GetResources("Custom::CDKBucketDeployment").Single(one => one.Id.StartsWith(id, StringComparison.Ordinal));

    private JsonNode HeadersConfig() => stacks.Web.Referred(Behaviour["ResponseHeadersPolicyId"])["ResponseHeadersPolicyConfig"]!;

    private JsonNode Security() => HeadersConfig()["SecurityHeadersConfig"]!;

    private static JsonNode Config(Template template) => template.Single("AWS::CloudFront::Distribution")["DistributionConfig"]!;
}
