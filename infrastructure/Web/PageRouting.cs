using Amazon.CDK.AWS.CloudFront;
using Constructs;

namespace MovieRec.Infrastructure.Web;

/// <summary>
/// Viewer-request function that serves the page for its own addresses, such as <c>/title/movie/603</c>, as the local host does.
/// </summary>
/// <remarks>It does not turn errors into the page: a missing file stays missing, and is not served as HTML with 200.</remarks>
internal static class PageRouting
{
    /// <summary>Code for CloudFront's JavaScript 2.0; it recognises a navigation by the browser's headers.</summary>
    private const string Code =
        """
        function header(request, name) {
          return request.headers[name] ? request.headers[name].value : '';
        }

        function handler(event) {
          var request = event.request;
          var path = request.uri;
          var mode = header(request, 'sec-fetch-mode');
          var navigation = (mode === '' || mode === 'navigate') && header(request, 'accept').toLowerCase().indexOf('text/html') >= 0;
          var file = path.slice(path.lastIndexOf('/') + 1).indexOf('.') >= 0 || path.indexOf('/assets/') === 0;
          if (navigation && !file) request.uri = '/index.html';
          return request;
        }
        """;

    /// <param name="scope">The stack.</param>
    /// <param name="name">Unique in the account, in all Regions.</param>
    public static FunctionAssociation Create(Construct scope, string name) => new()
    {
        EventType = FunctionEventType.VIEWER_REQUEST,
        Function = new Function(scope, "PageRouting", new FunctionProps
        {
            FunctionName = name,
            Runtime = FunctionRuntime.JS_2_0,
            Code = FunctionCode.FromInline(Code),
            Comment = "Answers the page's own addresses with the page",
        }),
    };
}
