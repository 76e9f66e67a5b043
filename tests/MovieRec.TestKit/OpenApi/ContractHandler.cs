namespace MovieRec.TestKit.OpenApi;

/// <summary>Handler for an <see cref="HttpClient"/> that checks every response from the stage against the contract.</summary>
public sealed class ContractHandler(HttpMessageHandler inner, string stage = "/prod") : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (!path.StartsWith(stage, StringComparison.Ordinal) || request.Method == HttpMethod.Head)
            return response;
        var problems = OpenApiContract.Current.Check(
            request.Method.Method, path[stage.Length..], await ObservedResponse.GetAsync(response));
        if (problems.Count > 0)
        {
            throw new ContractException(
                $"{request.Method} {request.RequestUri} -> {(int)response.StatusCode}: {string.Join("; ", problems)}");
        }
        return response;
    }
}

/// <summary>Thrown when a response breaks the contract.</summary>
public sealed class ContractException(string message) : Exception(message);
