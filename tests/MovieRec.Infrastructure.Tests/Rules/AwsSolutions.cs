using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MovieRec.Api;
using MovieRec.Infrastructure.Tests.Equivalence;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rules;

/// <summary>Rules that apply to the stacks; cdk-nag itself is not available in the package registry.</summary>
internal static partial class AwsSolutions
{
    private const string PublicRoute = "Public in Routes.cs: it is called before there is a token, or shows public data.";

    private static readonly Dictionary<string, string> s_publicRoutes = Routes.All.Where(route => route.Access == Access.Public)
        .ToDictionary(route => route.ToString(), _ => PublicRoute, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> s_python = new(StringComparer.Ordinal)
    {
        ["python3.11"] = "The CDK's own function that puts the page into its bucket, on the runtime that the CDK made it for.",
    };

    private static readonly Dictionary<string, string> s_deployment = new(StringComparer.Ordinal)
    {
        ["Custom::CDKBucketDeployment"] = "Puts the page into its bucket, in a role of this stack that may do no more.",
    };

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("APIG1", "A stage has an access log.", template => template.GetResources("AWS::ApiGateway::Stage")
            .Where(stage => stage["AccessLogSetting"]?["DestinationArn"] is null || stage["AccessLogSetting"]?["Format"] is null)
                .Select(stage => stage.Id)),
        new("APIG2", "An API validates requests: every method that is not a mock has a validator of body and parameters.", template =>
            new DeployedGateway(template).Methods.Where(method => method.Verb != "OPTIONS" && !Validated(template, method))
                .Select(method => method.ToString())),
        new("APIG4", "A method has an authorizer.", template => Open(template, _ => true), s_publicRoutes),
        new("APIG6", "A stage logs the execution of every method.",
            template => template.GetResources("AWS::ApiGateway::Stage").SelectMany(Unlogged)),
        new("COG4", "A method has an authorizer of a Cognito user pool.",
            template => Open(template, method => method.Authorizer?.Text("Type") == "COGNITO_USER_POOLS"), s_publicRoutes),
        new("IAM4", "No role has an AWS managed policy.", template => template.Resources
            .Where(resource => Template.Texts(resource["ManagedPolicyArns"]).Count > 0).Select(resource => resource.Id)),
        new("IAM5", "No permission has a star in its action or its resource.", Stars, Stated()),
        new("L1", "A function runs on the newest runtime of its kind.", template => template.GetResources("AWS::Lambda::Function")
            .Where(function => function.Text("Runtime") != "provided.al2023").Select(function => function.Text("Runtime")), s_python),
        new("COG1", "A user pool requires 8 characters, of upper and lower case, digits and symbols.",
            template => template.GetResources("AWS::Cognito::UserPool")
            .Where(pool => !Strong(pool["Policies"]?["PasswordPolicy"])).Select(pool => pool.Id)),
        new("COG7", "No identity pool admits unauthenticated users.", template => template.GetResources("AWS::Cognito::IdentityPool")
            .Where(pool => pool.Text("AllowUnauthenticatedIdentities") != "false").Select(pool => pool.Id)),
        new("DDB3", "A table can be restored to a point in time.", template => template.GetResources("AWS::DynamoDB::Table")
            .Where(table => Template.Plain(table["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"]) != "true")
                .Select(table => table.Id)),
        new("PreventUserExistenceErrors", "A client does not reveal whether an account exists.",
            template => template.GetResources("AWS::Cognito::UserPoolClient")
            .Where(client => client.Text("PreventUserExistenceErrors") != "ENABLED").Select(client => client.Id)),
        new("DataTrace", "Nothing logs headers and bodies.", template => template.GetResources("AWS::ApiGateway::Stage")
            .Where(stage => stage["MethodSettings"]!.AsArray().Any(settings => Template.Plain(settings!["DataTraceEnabled"]) != "false"))
                .Select(stage => stage.Id)),
        new("Secrets", "The template contains no secret.", template => Secret().Matches(template.Text).Select(match => match.Value)),
        new("Preflight", "OPTIONS is open on every path: a browser sends no token with it.",
            template => new DeployedGateway(template).Methods
            .GroupBy(method => method.Path, StringComparer.Ordinal)
            .Where(path => !path.Any(method => method is { Verb: "OPTIONS", Authorization: "NONE" })).Select(path => path.Key)),
        new("LogRetention", "No log gets its retention from the CDK's own function, which is deprecated and has wide permissions.",
            template => template.Resources
            .Where(resource => resource.Type.StartsWith("Custom::", StringComparison.Ordinal)).Select(resource => resource.Type),
                s_deployment),
        new("S2", "A bucket blocks all public access, despite any grant.", template => template.GetResources("AWS::S3::Bucket")
            .Where(bucket => bucket["PublicAccessBlockConfiguration"] is not JsonObject { Count: 4 } block
                || block.Any(one => Template.Plain(one.Value) != "true"))
            .Select(bucket => bucket.Id)),
        new("S5", "A bucket allows only AWS services, each for one source, and no users or the public.",
            template => template.GetResources("AWS::S3::BucketPolicy")
            .Where(policy => Allowed(policy)
                .Any(one => one["Principal"] is not JsonObject principal || principal["Service"] is null
                    || one["Condition"]?["StringEquals"]?["AWS:SourceArn"] is null))
            .Select(policy => policy.Id)),
        new("S10", "A bucket rejects requests without TLS.", template => template.GetResources("AWS::S3::Bucket")
            .Where(bucket => !template.GetResources("AWS::S3::BucketPolicy")
                .Any(policy => template.Referred(policy["Bucket"]).Id == bucket.Id && RefusesPlain(policy)))
            .Select(bucket => bucket.Id)),
        new("CFR4", "A distribution uses only HTTPS, and with a custom certificate TLS 1.2 or newer.",
            template => template.GetResources("AWS::CloudFront::Distribution")
            .Select(distribution => (distribution.Id, Config: distribution["DistributionConfig"]!))
            .Where(one => Template.Plain(one.Config["DefaultCacheBehavior"]!["ViewerProtocolPolicy"]) != "redirect-to-https"
                || (one.Config["ViewerCertificate"] is { } certificate
                    && Template.Plain(certificate["MinimumProtocolVersion"]) != "TLSv1.2_2021"))
            .Select(one => one.Id)),
        new("CFR7", "A distribution reads a bucket by origin access control.",
            template => template.GetResources("AWS::CloudFront::Distribution")
            .Where(distribution => distribution["DistributionConfig"]!["Origins"]!.AsArray().Any(origin =>
                origin!["OriginAccessControlId"] is null || Template.Plain(origin["S3OriginConfig"]?["OriginAccessIdentity"]).Length > 0))
            .Select(distribution => distribution.Id)),
        new("Retention", "Every log has a retention period.",
            template => template.GetResources("AWS::Logs::LogGroup").Where(log => log["RetentionInDays"] is null).Select(log => log.Id)),
        new("Scan", "No role may read a whole table.",
            template => template.GetResources("AWS::IAM::Role").SelectMany(role => RolePermissions.Read(template, role).All)
            .Where(grant => grant.Action is "dynamodb:Scan" or "dynamodb:PartiQLSelect").Select(grant => grant.Resource)),
    ];

    /// <summary>Permissions with a star, for which AWS offers nothing narrower.</summary>
    private static Dictionary<string, string> Stated()
    {
        const string Objects = "The files of the page, in the one bucket created for them.";
        const string Traces = "X-Ray has no resources to name.";
        const string Logs =
            "The account's one role for API Gateway's logs: every present and future API of the account names its own log.";
        string[] actions =
            ["CreateLogGroup", "CreateLogStream", "DescribeLogGroups", "DescribeLogStreams", "FilterLogEvents", "GetLogEvents",
                "PutLogEvents"];
        var logs = actions.Select(action => KeyValuePair.Create($"logs:{action} on *", Logs));
        return new Dictionary<string, string>(logs, StringComparer.Ordinal)
        {
            ["s3:DeleteObject on ${PageBucket5D37958D.Arn}/*"] = Objects,
            ["s3:PutObject on ${PageBucket5D37958D.Arn}/*"] = Objects,
            ["s3:GetObject on arn:${AWS::Partition}:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}/*"] =
                "The zip of the page by any name: a permission granted a moment ago does not apply everywhere yet.",
            ["xray:PutTelemetryRecords on *"] = Traces,
            ["xray:PutTraceSegments on *"] = Traces,
        };
    }

    private static bool Validated(Template template, DeployedMethod method) => method.Resource["RequestValidatorId"] is { } id
        && template.Referred(id) is var validator && validator.Text("ValidateRequestBody") == "true"
            && validator.Text("ValidateRequestParameters") == "true";

    private static IEnumerable<string> Open(Template template, Func<DeployedMethod, bool> fits) => new DeployedGateway(template).Methods
        .Where(method => method.Verb != "OPTIONS" && (method.Authorizer is null || method.Authorization == "NONE" || !fits(method)))
            .Select(method => method.ToString());

    private static IEnumerable<string> Unlogged(Resource stage)
    {
        var settings = stage["MethodSettings"]?.AsArray() ?? [];
        if (!settings.Any(one => Template.Plain(one!["HttpMethod"]) == "*" && Template.Plain(one["ResourcePath"]) == "/*"))
            yield return stage.Id;
        // The settings of one method replace those of all.
        foreach (var one in settings.Where(one => Template.Plain(one!["LoggingLevel"]) is not ("INFO" or "ERROR")))
            yield return Template.Plain(one!["ResourcePath"]);
    }

    private static IEnumerable<string> Stars(Template template) =>
        template.GetResources("AWS::IAM::Role").SelectMany(role => RolePermissions.Read(template, role).All)
        .Where(grant => grant.Action.Contains('*') || grant.Resource.Contains('*')).Select(grant => $"{grant.Action} on {grant.Resource}");

    private static IEnumerable<JsonNode> Allowed(Resource policy) =>
        Statements(policy).Where(statement => Template.Plain(statement["Effect"]) == "Allow");

    private static bool RefusesPlain(Resource policy) => Statements(policy).Any(statement =>
        Template.Plain(statement["Effect"]) == "Deny"
            && Template.Plain(statement["Condition"]?["Bool"]?["aws:SecureTransport"]) == "false");

    private static IEnumerable<JsonNode> Statements(Resource policy) =>
        policy["PolicyDocument"]!["Statement"]!.AsArray().Select(statement => statement!);

    private static bool Strong(JsonNode? policy) => policy is not null && int.Parse(Template.Plain(policy["MinimumLength"])) >= 8
        && new[] { "RequireLowercase", "RequireUppercase", "RequireNumbers", "RequireSymbols" }.All(
            name => Template.Plain(policy[name]) == "true");

    /// <summary>Matches the names of forbidden values, and typical forms of keys.</summary>
    [GeneratedRegex("""(?i)"[^"]*(client_?secret|secret_?access|api_?key_?value|password|private_?key)[^"]*"\s*:\s*"[^"]+"|\bAKIA[0-9A-Z]{16}\b|\beyJ[A-Za-z0-9_-]{10,}""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Secret();
}
