using MovieRec.Api;

namespace MovieRec.Infrastructure.Settings;

/// <summary>Settings of <see cref="PrerequisitesStack"/>.</summary>
/// <param name="TableNames">The names that are given: <c>tableNames</c>. CloudFormation names the other tables after the stack.</param>
/// <param name="Sender">The identity in SES that sends Cognito's mail: <c>sesFromArn</c>; null for Cognito's own.</param>
public sealed record PrerequisitesSettings(IReadOnlyDictionary<Table, string> TableNames, SesSender? Sender);

/// <summary>A verified identity of SES.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="From">The address that mail comes from.</param>
public sealed record SesSender(string Arn, string From);
